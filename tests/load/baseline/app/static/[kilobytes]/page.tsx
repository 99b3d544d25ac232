export const revalidate = 300;

export const generateStaticParams = () => [];

/** Static at its first request, as the portal's pages are; about so many kilobytes of HTML and inline payload. */
export default async function Page({ params }: { params: Promise<{ kilobytes: string }> }) {
  const { kilobytes } = await params;
  // A paragraph stands twice in the answer, as HTML and as payload, at about 110 bytes each; Vietnamese, as the portal's:
  // a text with letters beyond Latin-1 is dearer to send.
  const lines = Array.from({ length: Math.max(1, Math.round((Number(kilobytes) - 5) * 4.6)) }, (_, line) => line);
  return (
    <main>
      {lines.map((line) => (
        <p key={line}>{`${line} việc làm trong các khu công nghiệp Hải Phòng, xin đọc kỹ`}</p>
      ))}
    </main>
  );
}
