/**
 * The one inline script of the portal, in the head: it must run before the first paint, or a dark page would flash white.
 * It also serves the theme buttons, so that public pages need no framework for them. Static text: the content security
 * policy lets it through by its hash.
 */
export const themeScript = `(function(){var r=document.documentElement,k="theme";r.dataset.script="";try{var t=localStorage.getItem(k);if(t)r.dataset.theme=t}catch(e){}addEventListener("click",function(e){if(!e.target.closest||!e.target.closest("[data-theme-toggle]"))return;var d=r.dataset.theme?r.dataset.theme==="dark":matchMedia("(prefers-color-scheme: dark)").matches;r.dataset.theme=d?"light":"dark";try{localStorage.setItem(k,r.dataset.theme)}catch(e){}})})()`;
