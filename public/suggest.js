// Offers titles of open jobs while somebody types in a field with `data-suggest`, in the list that the field names. Without
// it, or when nobody answers, the field is a field. Cached for long (next.config.ts): raise the number in
// components/public/suggested-input.tsx after a change.
(() => {
  let waiting;
  let latest = 0;

  async function offer(list, typed) {
    latest += 1;
    const turn = latest;
    try {
      const response = await fetch(`/api/suggest?q=${encodeURIComponent(typed)}`);
      const titles = response.ok ? await response.json() : [];
      if (turn !== latest) return;
      const options = titles.map((title) => Object.assign(document.createElement("option"), { value: title }));
      list.replaceChildren(...options);
    } catch {}
  }

  addEventListener("input", ({ target }) => {
    if (!target.matches?.("input[data-suggest]") || !target.list) return;
    clearTimeout(waiting);
    const typed = target.value.trim().slice(0, 60);
    if (typed.length >= 2) waiting = setTimeout(offer, 180, target.list, typed);
  });
})();
