/**
 * A line where no WebSocket comes through: frames in the bodies of plain requests (protocol/ledger.md, section 4). Used as a WebSocket is.
 * What one request could not bring is brought by the next: both ends count frames, so none is lost or heard twice.
 * @typedef {{url: string, fetch: import("./request.js").Fetch, clock: import("../talk/clock.js").Clock}} Given `url` of the wire
 */

const KIND = "application/octet-stream";
const LENGTH = 4;
const COUNT = 8;
const AT_ONCE = 100_000;
/** An answer waits 20 s for something to say. */
const PATIENCE = 35_000;
const WAITS = [300, 1_000, 3_000];
/** An answer with nothing in it comes after 20 s; sooner, it is not the house that answers. */
const SOONEST_EMPTY = 10_000;
const ID = 32;
const AGAIN = new Set([408, 429, 502, 503, 504]);

export class PlainLine {
	binaryType = "arraybuffer";
	onopen = () => {};
	/** @type {(event: {data: ArrayBuffer}) => void} */
	onmessage = () => {};
	onclose = () => {};
	#given;
	#address;
	#id = new Uint8Array();
	#sent = 0;
	#had = 0;
	/** @type {Uint8Array[]} */
	#waiting = [];
	#isPouring = false;
	#over = new AbortController();

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
		this.#address = `${given.url.replace(/^ws/, "http")}/plain/`;
		queueMicrotask(() => this.onopen());
	}

	/** @param {Uint8Array} bytes */
	send(bytes) {
		this.#waiting.push(bytes);
		this.#pour();
	}

	close() {
		if (this.#over.signal.aborted) return;
		this.#over.abort();
		if (this.#id.length > 0) this.#once("leave", this.#id, new AbortController().signal).catch(unheard);
	}

	async #pour() {
		if (this.#isPouring) return;
		this.#isPouring = true;
		while (this.#waiting.length > 0 && !this.#over.signal.aborted) await this.#pourSome();
		this.#isPouring = false;
	}

	async #pourSome() {
		if (this.#id.length === 0) return await this.#open();
		const some = atOnce(this.#waiting);
		const body = joined([this.#id, counted(this.#sent), ...some.flatMap(withLength)]);
		if ((await this.#reach("send", body)) === null) return;
		this.#waiting.splice(0, some.length);
		this.#sent += some.length;
	}

	async #open() {
		const first = this.#waiting.splice(0, 1);
		const id = await this.#reach("open", joined(first.flatMap(withLength)), 0);
		if (id === null) return;
		if (id.length !== ID) return this.#end();
		this.#id = id;
		this.#sent = first.length;
		if (this.#over.signal.aborted) this.#once("leave", id, new AbortController().signal).catch(unheard);
		else this.#ask();
	}

	async #ask() {
		let hollow = 0;
		while (!this.#over.signal.aborted) {
			const asked = this.#given.clock.now();
			const answer = await this.#reach("take", joined([this.#id, counted(this.#had)]));
			const frames = answer === null ? [] : framesIn(answer);
			const isHollow = frames.length === 0 && this.#given.clock.now() - asked < SOONEST_EMPTY;
			hollow = isHollow ? hollow + 1 : 0;
			if (hollow > WAITS.length) return this.#end();
			if (isHollow) await this.#pause(/** @type {number} */ (WAITS[hollow - 1]));
			this.#hear(frames);
		}
	}

	/** @param {ArrayBuffer[]} frames */
	#hear(frames) {
		for (const frame of frames) {
			if (this.#over.signal.aborted) return;
			this.#had += 1;
			this.onmessage({ data: frame });
		}
	}

	/**
	 * The answer, after some tries; null when the line is over.
	 * @param {string} way @param {Uint8Array} body @param {number} [tries]
	 */
	async #reach(way, body, tries = WAITS.length) {
		for (let tried = 0; !this.#over.signal.aborted; tried += 1) {
			const response = await this.#once(way, body, this.#over.signal).catch(unheard);
			if (response?.ok) return response.bytes;
			if (tried >= tries || (response && !AGAIN.has(response.status))) break;
			await this.#pause(/** @type {number} */ (WAITS[tried]));
		}
		this.#end();
		return null;
	}

	/** @param {string} way @param {Uint8Array} body @param {AbortSignal} over */
	async #once(way, body, over) {
		const patience = new AbortController();
		const stop = () => patience.abort();
		const callOff = this.#given.clock.after(PATIENCE, stop);
		over.addEventListener("abort", stop);
		try {
			const { ok, status, ...response } = await this.#fetched(way, body, patience.signal);
			return { ok, status, bytes: new Uint8Array(response.bytes) };
		} finally {
			callOff();
			over.removeEventListener("abort", stop);
		}
	}

	/** @param {string} way @param {Uint8Array} body @param {AbortSignal} signal */
	async #fetched(way, body, signal) {
		const response = await this.#given.fetch(this.#address + way, {
			method: "POST",
			headers: { "Content-Type": KIND },
			body: /** @type {BodyInit} */ (body),
			cache: "no-store",
			credentials: "omit",
			redirect: "error",
			referrerPolicy: "no-referrer",
			keepalive: way === "leave",
			signal,
		});
		return { ok: response.ok, status: response.status, bytes: await response.arrayBuffer() };
	}

	/** @param {number} milliseconds @returns {Promise<void>} */
	#pause(milliseconds) {
		return new Promise((done) => {
			const callOff = this.#given.clock.after(milliseconds, done);
			this.#over.signal.addEventListener("abort", () => {
				callOff();
				done();
			});
		});
	}

	#end() {
		if (this.#over.signal.aborted) return;
		this.#over.abort();
		this.onclose();
	}
}

/** @param {Uint8Array[]} waiting */
function atOnce(waiting) {
	let [count, size] = [0, 0];
	for (const { length } of waiting) {
		size += length;
		if (count > 0 && size > AT_ONCE) break;
		count += 1;
	}
	return waiting.slice(0, count);
}

/** @param {Uint8Array} frame */
function withLength(frame) {
	const length = new Uint8Array(LENGTH);
	new DataView(length.buffer).setUint32(0, frame.length, true);
	return [length, frame];
}

/** @param {number} number */
function counted(number) {
	const bytes = new Uint8Array(COUNT);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(number), true);
	return bytes;
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
	const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** @param {Uint8Array} answer @returns {ArrayBuffer[]} */
function framesIn(answer) {
	const view = new DataView(answer.buffer, answer.byteOffset, answer.length);
	const frames = [];
	for (let at = 0; at + LENGTH <= answer.length; ) {
		const begins = at + LENGTH;
		at = begins + view.getUint32(at, true);
		frames.push(/** @type {ArrayBuffer} */ (answer.slice(begins, at).buffer));
	}
	return frames;
}

/** A network that failed; anything else is a fault of ours. @param {unknown} error @returns {null} */
function unheard(error) {
	if (error instanceof TypeError || error instanceof DOMException) return null;
	throw error;
}
