/** A QR code; black on white in every theme, because that is what cameras read. */
export const QrCode = ({
  code,
  label,
  className,
}: {
  code: { size: number; path: string };
  label: string;
  className?: string | undefined;
}) => (
  <svg
    viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
    className={className}
  >
    <rect x="-4" y="-4" width={code.size + 8} height={code.size + 8} fill="white" />
    <path d={code.path} fill="black" />
  </svg>
);
