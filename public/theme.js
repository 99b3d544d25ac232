// Runs before the first paint, or a dark page would flash white. It also serves the theme buttons, so that public pages
// need no framework for them. A file and not inline text: the content security policy needs no exception for it.
// Cached for long (next.config.ts): raise the number in app/[locale]/layout.tsx after a change.
(() => {
  const root = document.documentElement;
  root.dataset.script = "";
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen) root.dataset.theme = chosen;
  } catch {}
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {}
  });
})();
