// What htmx does not do by itself: say that something did not arrive, and never leave a page with typed text.
"use strict";
(() => {
  const say = sentence => {
    const place = document.getElementById("upload-said");
    place.className = "note problem";
    place.setAttribute("role", "alert");
    place.textContent = sentence;
  };

  // A draft that was made by the first save has its own address: loading the page again must not make a second one.
  // (The attribute, because the buttons of the form are named action.)
  const address = document.getElementById("compose").getAttribute("action");
  if (address !== location.pathname) {
    history.replaceState(null, "", address);
  }

  document.addEventListener("htmx:beforeOnLoad", event => {
    if (event.detail.xhr.status === 401) {
      event.preventDefault();
      say("You were signed out, so nothing more is saved. Copy what you typed before you leave this page, then sign in again.");
    }
  });

  // So that no file is sent twice, and the same file can be chosen again after it was mended.
  document.addEventListener("htmx:afterRequest", event => {
    if (event.detail.elt.id === "upload") {
      event.detail.elt.reset();
    }
  });

  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, event => {
      if (event.detail.elt.id === "upload") {
        say("The upload did not arrive: the file is too large, or the connection was lost. Nothing you typed is lost.");
      }
    });
  }
})();
