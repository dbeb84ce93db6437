/**
 * Before the room is here: the first words of the page in the reader's language, a way out, and what to say when the
 * rest is slow or does not come. Not a module: the first paint waits for this file and for no other script.
 */
{
	const spoken = ["en", "es"];
	const patience = 8_000;
	const asked = new URLSearchParams(location.search).get("lang") ?? "";
	const wishes = [asked, ...navigator.languages].map((wish) => wish.toLowerCase().split("-")[0] ?? "");
	const lang = wishes.find((wish) => spoken.includes(wish)) ?? "en";

	/** Shows a note of the page's first words; none is there any more once the room has taken over. @param {string} when */
	const note = (when) => {
		for (const one of document.querySelectorAll(".first [data-when]"))
			one.toggleAttribute("hidden", one.getAttribute("data-when") !== when);
	};

	/** Who leaves leaves nothing behind, as from the room itself (wire/help-page.js). */
	const dropHelpPage = () => {
		globalThis.caches?.delete("page").catch(() => false);
		navigator.serviceWorker
			?.getRegistrations()
			.then((known) => Promise.all(known.map((one) => one.unregister())))
			.catch(() => false);
	};

	document.documentElement.lang = lang;
	for (const link of document.querySelectorAll(`link[rel="words"][lang="${lang}"]`))
		link.setAttribute("rel", "modulepreload");

	setTimeout(() => note("slow"), patience);
	addEventListener("unhandledrejection", () => note("broken"));
	addEventListener(
		"error",
		({ target }) => {
			if (target === window || target instanceof HTMLScriptElement) note("broken");
		},
		{ capture: true },
	);
	addEventListener("click", (event) => {
		const pressed = /** @type {Element} */ (event.target).closest(".first :is(.exit, .again)");
		if (pressed instanceof HTMLAnchorElement) {
			event.preventDefault();
			dropHelpPage();
			location.replace(pressed.href);
		} else if (pressed !== null) location.reload();
	});
}
