/**
 * The search field. Without script it is a text field; with it, the browser's own list offers titles of open jobs that
 * fit what is typed (`public/suggest.js`, which asks `/api/suggest`).
 */
export function SuggestedInput({
  initial = "",
  className,
  placeholder,
  id,
}: {
  initial?: string | undefined;
  className?: string | undefined;
  placeholder?: string | undefined;
  id?: string | undefined;
}) {
  return (
    <>
      <input
        type="search"
        name="q"
        id={id}
        defaultValue={initial}
        maxLength={100}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="search"
        list="suggested-titles"
        data-suggest=""
        className={className}
      />
      <datalist id="suggested-titles" />
      <script async src="/suggest.js?v=1" />
    </>
  );
}
