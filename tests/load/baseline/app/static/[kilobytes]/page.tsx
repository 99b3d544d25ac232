export const revalidate = 300;

export const generateStaticParams = () => [];

/** Static at its first request, as the portal's pages are; about so many kilobytes of HTML and inline payload. */
export default async function Page({ params }: { params: Promise<{ kilobytes: string }> }) {
  const { kilobytes } = await params;
  // A paragraph stands twice in the answer, as HTML and as payload, at about 100 bytes each.
  const lines = Array.from({ length: Math.max(1, (Number(kilobytes) - 5) * 5) }, (_, line) => line);
  return (
    <main>
      {lines.map((line) => (
        <p key={line}>{`${line} lorem ipsum dolor sit amet, consectetur adipiscing elit`}</p>
      ))}
    </main>
  );
}
