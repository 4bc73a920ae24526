// Conveniences only: every page works without this file.
(() => {
  "use strict";
  // The error summary takes the focus after a failed post, so that it is read first.
  document.querySelector(".errors[role=alert]")?.focus();

  // <button data-confirm="id of a dialog"> asks before it sends its form.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    const dialog = button && document.getElementById(button.dataset.confirm);
    if (dialog && button.form && typeof dialog.showModal === "function") {
      event.preventDefault();
      dialog.showModal();
      dialog.addEventListener("close", () => {
        if (dialog.returnValue === "yes") {
          button.form.requestSubmit(button);
        }
      }, { once: true });
    }
    const close = event.target.closest("[data-close]");
    if (close) {
      const box = close.closest("dialog, .toast");
      box.tagName === "DIALOG" ? box.close(close.value || "") : box.remove();
    }
  });
})();
