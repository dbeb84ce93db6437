/**
 * Keeps one page for when there is no network: who to call. It keeps that page, what is left of it when it is old, and two style sheets, and nothing else, ever.
 * It shows short notes, in words kept here.
 * Whoever opens the room or the help page gets them from the network; only when that fails, the kept page stands in.
 */

const SHELF = "page";
const PAGE = "/help-now/offline";
/** Shown in its place once its lines are too old: the emergency number, and where lines are found. */
const OLD = `${PAGE}?old=yes`;
const KEPT = [PAGE, OLD, "/app/look/look.css", "/static/web/front.css"];
/** What workers with keys load does not even pass through here, where the browser can be told so. */
const NEVER = ["/app/crypto/*", "/app/vendor/*"];
const OPENED = new Set(["/help-now", "/app/"]);
/** What stands in front of a page's address in another language. */
const LANGUAGE = /^\/[a-z]{2}(?=\/)/;

const NOTE = "note";
/** Should the words that were chosen be gone. @type {Record<string, string>} */
const PLAIN = { title: "Short note", new: "You have something new", near: "A time you kept free is near" };

/** @type {any} the types of a page do not know this place */
const worker = self;

worker.addEventListener("install", (/** @type {any} */ event) => {
	worker.skipWaiting();
	for (const urlPattern of NEVER) event.addRoutes?.({ condition: { urlPattern }, source: "network" });
	event.waitUntil(keep());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (origin !== worker.location.origin || request.method !== "GET") return;
	if (request.mode === "navigate" && OPENED.has(pathname.replace(LANGUAGE, "")))
		event.respondWith(opened(event));
	else if (KEPT.includes(pathname)) event.respondWith(fetchedOrKept(request, pathname));
});

worker.addEventListener("push", (/** @type {any} */ event) => event.waitUntil(show(event)));

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
	event.notification.close();
	event.waitUntil(worker.clients.openWindow("/app/"));
});

/** One note stands in the place of the one before: nobody can count. Its first byte says which. @param {any} event */
async function show(event) {
	const kept = await caches.match("/app/own-note", { cacheName: NOTE });
	const words = (await kept?.json()) ?? PLAIN;
	const isNear = new Uint8Array(event.data?.arrayBuffer() ?? [])[0] === 2;
	await worker.registration.showNotification(words.title, {
		body: isNear ? words.near : words.new,
		tag: NOTE,
	});
}

/** @param {any} event each opening brings the newest help lines along */
async function opened(event) {
	const answer = await fetchedOrKept(event.request, PAGE);
	if (answer.ok && !answer.url.endsWith(PAGE)) event.waitUntil(keep());
	return answer;
}

/**
 * @param {Request} request
 * @param {string} path what stands in when the network fails
 */
async function fetchedOrKept(request, path) {
	try {
		return await fetch(request);
	} catch {
		const kept = await caches.match(path);
		return (isOver(kept) ? await caches.match(OLD) : kept) ?? Response.error();
	}
}

/** Nobody looked at one of its lines for so long that it may be wrong. @param {Response | undefined} kept */
function isOver(kept) {
	const last = kept?.headers.get("x-last-day") ?? null;
	return last !== null && Date.now() / 86_400_000 >= Number(last) + 1;
}

/** All of it or nothing: half a page would help nobody. An older copy stays when a newer one does not come. */
async function keep() {
	try {
		const answers = await Promise.all(KEPT.map((path) => fetch(path, { cache: "no-store" })));
		if (!answers.every((answer) => answer.ok && !answer.redirected)) return;
		const shelf = await caches.open(SHELF);
		await Promise.all(answers.map((answer, at) => shelf.put(KEPT[at] ?? PAGE, answer)));
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
}
