/// The script that pages of the preview carry; it is never written to the output.
///
/// It asks the server for news of its page (server-sent events). Told that the page is another
/// now, it reloads, and puts back where the reader was: the heading or paragraph at the top of the
/// window, open cards, the field being written in. A changed stylesheet is exchanged in place.
/// Problems stand in a frame of their own that runs no scripts, over the last good page.
let liveScript = #"""
  (() => {
    "use strict";
    const self = document.currentScript;
    const store = "sitegen-preview:" + location.pathname;
    const cards = () => [...document.querySelectorAll("details, [popover]")];
    const isOpen = card => card.matches("details") ? card.open : card.matches(":popover-open");

    // Passages are known by their words: others may come and go above them, and one may change.
    const passages = () => [...document.querySelectorAll(
      "main :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, pre, figure)")];
    const anchors = () => {
      const found = [];
      passages().forEach((element, index) => {
        const { top, bottom } = element.getBoundingClientRect();
        if (found.length < 5 && bottom > 0 && top < innerHeight) {
          found.push({ text: element.textContent, index, top });
        }
      });
      return found;
    };
    const shift = anchors => {
      const all = passages();
      for (const { text, index, top } of anchors) {
        const same = all.map((element, place) => ({ element, far: Math.abs(place - index) }))
          .filter(({ element }) => element.textContent === text)
          .sort((one, other) => one.far - other.far)[0];
        if (same) return same.element.getBoundingClientRect().top - top;
      }
      return null;
    };

    const remember = () => {
      const field = document.activeElement;
      const isField = field && field.id && "value" in field;
      sessionStorage.setItem(store, JSON.stringify({
        x: scrollX, y: scrollY, anchors: anchors(),
        open: cards().map((card, index) => isOpen(card) ? card.id || index : null)
          .filter(name => name !== null),
        field: isField ? { id: field.id, value: field.value } : null,
      }));
    };

    const restore = () => {
      const text = sessionStorage.getItem(store);
      if (!text) return;
      sessionStorage.removeItem(store);
      const state = JSON.parse(text);
      cards().forEach((card, index) => {
        const wasOpen = state.open.includes(card.id || index);
        if (card.matches("details")) card.open = wasOpen;
        else if (wasOpen) card.showPopover();
      });
      const field = state.field && document.getElementById(state.field.id);
      if (field) {
        field.value = state.field.value;
        field.focus({ preventScroll: true });
      }
      const place = () => {
        const moved = shift(state.anchors);
        const y = moved === null ? state.y : scrollY + moved;
        scrollTo({ left: state.x, top: y, behavior: "instant" });
      };
      place();
      addEventListener("load", place);
    };

    // A browser left to itself goes to the passage of the same number, also after the page is loaded.
    let isReloading = false;
    const reload = () => {
      remember();
      isReloading = true;
      history.scrollRestoration = "manual";
      location.reload();
    };

    const isSame = (address, path) => {
      if (!address) return false;
      const url = new URL(address, location.href);
      return url.origin === location.origin && decodeURI(url.pathname) === path;
    };

    const exchange = link => {
      const fresh = link.cloneNode();
      const url = new URL(link.href);
      url.searchParams.set("preview", Date.now());
      fresh.href = url.href;
      fresh.addEventListener("load", () => link.remove());
      fresh.addEventListener("error", () => fresh.remove());
      link.after(fresh);
    };

    const takeAsset = path => {
      const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
      if (path.endsWith(".css")) {
        const named = links.filter(link => isSame(link.href, path));
        // A stylesheet that no page links to is one that another imports.
        (named.length > 0 ? named : links).forEach(exchange);
        return false;
      }
      return [...document.querySelectorAll("[src], [srcset], object[data]")].some(element =>
        isSame(element.getAttribute("src") || element.getAttribute("data"), path)
          || (element.getAttribute("srcset") || "").split(",")
            .some(item => isSame(item.trim().split(/\s+/)[0], path)));
    };

    let frame = null;
    const hide = () => {
      if (frame) frame.remove();
      frame = null;
    };
    const show = address => {
      // The page itself shows them.
      if (document.querySelector("meta[name=sitegen-problems]")) return;
      hide();
      frame = document.createElement("div");
      const page = document.createElement("iframe");
      const button = document.createElement("button");
      page.src = address;
      page.title = "Build problems";
      page.setAttribute("sandbox", "");
      button.type = "button";
      button.textContent = "Hide";
      button.addEventListener("click", hide);
      Object.assign(frame.style, { position: "fixed", inset: "auto 0 0 0", height: "min(60vh, 40rem)",
        zIndex: 2147483647, boxShadow: "0 0 2rem rgb(0 0 0 / 50%)", margin: 0, padding: 0 });
      Object.assign(page.style, { border: 0, width: "100%", height: "100%", display: "block" });
      Object.assign(button.style, { position: "absolute", top: ".75rem", right: "1.5rem",
        font: "16px system-ui, sans-serif", padding: ".35rem .9rem", minHeight: "24px" });
      frame.append(page, button);
      document.body.append(frame);
    };
    addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

    restore();
    const query = new URLSearchParams({ page: self.dataset.page, version: self.dataset.version });
    let server = null;
    const news = new EventSource("/.sitegen/events?" + query);
    news.addEventListener("server", event => {
      if (server !== null && server !== event.data) reload();
      server = event.data;
    });
    news.addEventListener("reload", reload);
    news.addEventListener("assets", event => {
      if (JSON.parse(event.data).map(takeAsset).some(isUsed => isUsed)) reload();
    });
    news.addEventListener("problems", event => show(event.data));
    news.addEventListener("mended", hide);
    addEventListener("pagehide", () => {
      if (!isReloading) history.scrollRestoration = "auto";
      news.close();
    });
  })();
  """#
