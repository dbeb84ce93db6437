/**
 * One request to the house: a limit in time, one shape of error, and a second try where that does no harm.
 * @typedef {{method: string, path: string, body?: unknown, token?: string | null, again?: boolean, patience?: number, isRaw?: boolean}} Question `isRaw`: bytes come back
 * @typedef {(url: string, options: RequestInit) => Promise<Response>} Fetch
 */

const VERSION = "1";
const PATIENCE = 15_000;
/** What is asked of the room's own origin: where the house is, and to clear what was kept. */
const FIRST = "/config.json";
const LEFT = "/left";
const NAMES = new Map([
	[400, "malformed"],
	[401, "signed-out"],
	[404, "not-found"],
	[413, "too-large"],
	[426, "room-too-old"],
	[429, "slow-down"],
]);

/** The house refused, or could not be reached. */
export class WireError extends Error {
	/**
	 * @param {string} code
	 * @param {{words?: string, retryAfter?: number, body?: Record<string, unknown>}} [about]
	 */
	constructor(code, { words, retryAfter, body = {} } = {}) {
		super(code);
		this.name = "WireError";
		this.code = code;
		this.words = words;
		this.retryAfter = retryAfter;
		this.body = body;
	}
}

export class Requests {
	#fetch;
	#clock;
	#base;
	#house = "";

	/** @param {{fetch: Fetch, clock: import("../talk/clock.js").Clock, base: string}} given */
	constructor({ fetch, clock, base }) {
		this.#fetch = fetch;
		this.#clock = clock;
		this.#base = base;
	}

	/** Where everything but the first question goes, when the room has an origin of its own. @param {string} origin empty: the same */
	goTo(origin) {
		this.#house = origin;
	}

	/** What this origin keeps is cleared by this origin, and not by the house elsewhere. */
	async clearHere() {
		if (this.#house === "") return;
		const how = /** @type {RequestInit} */ ({ method: "POST", keepalive: true, credentials: "same-origin" });
		await this.#fetch(`${this.#base}${LEFT}`, how).then(() => undefined, unheard);
	}

	/** @param {string} path */
	#at(path) {
		return (path === FIRST || this.#house === "" ? this.#base : this.#house) + path;
	}

	/**
	 * The answer's JSON, or null where there is none.
	 * @param {Question} question
	 * @returns {Promise<any>}
	 */
	async ask(question) {
		try {
			return await this.#once(question);
		} catch (error) {
			if (!question.again || !(error instanceof WireError) || error.code !== "offline") throw error;
			return await this.#once(question);
		}
	}

	/**
	 * Sent even while the page goes away; nobody needs the answer, which may come or not.
	 * Only here the browser may obey Clear-Site-Data, which it does for requests that could carry cookies.
	 * @param {Question} question @returns {Promise<void>} when it was heard, or was not
	 */
	parting(question) {
		const how = /** @type {RequestInit} */ ({
			...options(question),
			keepalive: true,
			credentials: "same-origin",
		});
		return this.#fetch(this.#at(question.path), how).then(() => undefined, unheard);
	}

	/** @param {Question} question */
	async #once(question) {
		const patience = new AbortController();
		const callOff = this.#clock.after(question.patience ?? PATIENCE, () => patience.abort());
		try {
			const response = await this.#reach(question, patience.signal);
			return await answerOf(response, patience.signal, question.isRaw ?? false);
		} finally {
			callOff();
		}
	}

	/** @param {Question} question @param {AbortSignal} signal */
	async #reach(question, signal) {
		try {
			return await this.#fetch(this.#at(question.path), { ...options(question), signal });
		} catch (error) {
			throw cutOff(signal, error);
		}
	}
}

/** @param {Question} question @returns {RequestInit} */
function options({ method, body, token }) {
	/** @type {Record<string, string>} */
	const headers = { "X-Alongside": VERSION };
	if (token) headers.Authorization = `Bearer ${token}`;
	const isRaw = body instanceof Uint8Array;
	if (body !== undefined) headers["Content-Type"] = isRaw ? "application/octet-stream" : "application/json";
	return {
		method,
		headers,
		body: isRaw ? /** @type {BodyInit} */ (body) : body === undefined ? undefined : JSON.stringify(body),
		cache: "no-store",
		credentials: "omit",
		redirect: "error",
		referrerPolicy: "no-referrer",
	};
}

/** @param {Response} response @param {AbortSignal} signal @param {boolean} isRaw */
async function answerOf(response, signal, isRaw) {
	if (response.status === 204) return null;
	if (isRaw && response.ok) return await bytesOf(response, signal);
	const body = await bodyOf(response, signal);
	if (response.ok && body !== undefined) return body;
	throw refusalIn(response.status, body ?? {});
}

/** @param {Response} response @param {AbortSignal} signal */
async function bytesOf(response, signal) {
	try {
		return new Uint8Array(await response.arrayBuffer());
	} catch (error) {
		throw cutOff(signal, error);
	}
}

/** The JSON, or undefined when it is none. @param {Response} response @param {AbortSignal} signal */
async function bodyOf(response, signal) {
	try {
		return await response.json();
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw cutOff(signal, error);
	}
}

/** @param {number} status @param {any} body */
function refusalIn(status, body) {
	const { code, words } = body.error ?? {};
	const name = typeof code === "string" ? code : (NAMES.get(status) ?? "server-trouble");
	const retryAfter = typeof body.retry_after === "number" ? body.retry_after : undefined;
	return new WireError(name, { words, retryAfter, body });
}

/** @param {AbortSignal} signal @param {unknown} error */
function cutOff(signal, error) {
	if (signal.aborted) return new WireError("timeout");
	if (error instanceof TypeError || error instanceof DOMException) return new WireError("offline");
	return error;
}

/** A parting word that did not arrive is nobody's business any more. @param {unknown} error */
function unheard(error) {
	if (!(error instanceof TypeError)) throw error;
}
