import { fromText } from "../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../crypto/frames.js";
import { Refusal } from "../crypto/refusal.js";
import { Ways } from "./ways.js";

/**
 * The live wire: opens with a ticket, comes back by itself, takes up each conversation where it was.
 * @typedef {"off" | "connecting" | "up" | "down" | "crowded" | "ended"} LineState crowded: down, as too many came in from one address
 * @typedef {ReturnType<typeof decodeFrame>} Frame
 * @typedef {object} Given
 * @property {string} url
 * @property {() => Promise<{ticket: string}>} ticket a fresh one for every opening
 * @property {import("../talk/clock.js").Clock} clock
 * @property {() => number} chance in [0, 1)
 * @property {(url: string, protocol: string) => WebSocket} connect
 * @property {import("./request.js").Fetch} fetch where no WebSocket comes through
 * @property {(frame: Frame, bytes: Uint8Array) => void} onFrame
 * @property {(state: LineState) => void} onState
 */

const WAIT = { least: 500, most: 15_000 };
const SILENCE = 25_000;
/** The answer to what was asked after a silence; how long an opening may take is for `ways.js` to say. */
const PATIENCE = 10_000;
const NOBODY = new Uint8Array(16);
const ENDING = new Set([1, 2, 8]);
/** Too many lines of one person; too many from one address within a minute. */
const TOO_MANY = 5;
const CROWDED = 6;
const DOWN = new Set(["down", "crowded"]);

export class Wire {
	#given;
	#ways;
	/** @type {WebSocket | import("./plain.js").PlainLine | null} */
	#socket = null;
	/** @type {LineState} */
	#state = "off";
	#wanted = false;
	#online = true;
	#tries = 0;
	#heardAt = 0;
	#wasHeard = false;
	/** @type {(() => void) | null} */
	#callOff = null;
	/** @type {Map<string, () => number>} */
	#followed = new Map();

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
		this.#ways = new Ways(given);
	}

	get state() {
		return this.#state;
	}

	/** Connect, and stay connected until `down`. */
	up() {
		this.#wanted = true;
		this.#tries = 0;
		this.#open();
	}

	/** Hang up and follow nothing any more. */
	down() {
		this.#wanted = false;
		this.#followed.clear();
		this.#drop();
		this.#enter("off");
	}

	/** The device says whether there is a network at all. @param {boolean} online */
	network(online) {
		this.#online = online;
		if (!this.#wanted) return;
		if (!online) this.#lost();
		else if (DOWN.has(this.#state)) this.up();
	}

	/** Someone is looking again: a line that slept with the computer, or waits to be tried, is opened at once. */
	wake() {
		const slept = this.#state === "up" && this.#given.clock.now() - this.#heardAt > SILENCE + PATIENCE;
		if (slept) this.#lost();
		if (DOWN.has(this.#state) && this.#wanted) this.up();
	}

	/**
	 * Hear a conversation from a number on, now and after every return.
	 * @param {string} conv @param {() => number} from the last number known here
	 */
	follow(conv, from) {
		this.#followed.set(conv, from);
		this.catchUp(conv);
	}

	/** @param {string} conv */
	unfollow(conv) {
		if (this.#followed.delete(conv)) this.send(encodeFrame(TYPE.UNFOLLOW, { conv: fromText(conv) }));
	}

	/** Everything again from the last number known. @param {string} conv */
	catchUp(conv) {
		const from = this.#followed.get(conv);
		if (from) this.send(encodeFrame(TYPE.FOLLOW, { conv: fromText(conv), afterN: from() }));
	}

	/** Older entries. @param {string} conv @param {number} before @param {number} count */
	page(conv, before, count) {
		return this.send(encodeFrame(TYPE.PAGE, { conv: fromText(conv), beforeN: before, count }));
	}

	/** Whether the bytes went out; what became of them is told by an answer. @param {Uint8Array} bytes */
	send(bytes) {
		if (this.#state !== "up" || this.#socket === null) return false;
		this.#socket.send(bytes);
		return true;
	}

	async #open() {
		this.#drop();
		if (!this.#online) return this.#enter("down");
		this.#enter("connecting");
		const ticket = await this.#ticket();
		if (ticket !== null && this.#wanted && this.#socket === null) this.#connect(ticket);
	}

	async #ticket() {
		try {
			return (await this.#given.ticket()).ticket;
		} catch (error) {
			this.#ticketRefused(error);
			return null;
		}
	}

	/** @param {any} error */
	#ticketRefused(error) {
		if (typeof error.code !== "string") throw error;
		if (error.code === "signed-out") this.#end();
		else this.#lost();
	}

	/** @param {string} ticket */
	#connect(ticket) {
		this.#wasHeard = false;
		this.#take(this.#ways.connect(ticket));
		this.#wake(this.#ways.patience, () => this.#lost());
	}

	/** @param {WebSocket | import("./plain.js").PlainLine} socket */
	#take(socket) {
		this.#socket = socket;
		socket.onmessage = (/** @type {{data: ArrayBuffer}} */ { data }) =>
			this.#heard(socket, new Uint8Array(data));
		socket.onclose = () => this.#closed(socket);
	}

	/** Sockets come through again: what is followed is taken up there. @param {WebSocket} socket */
	#moveTo(socket) {
		this.#drop();
		this.#enter("down");
		this.#take(socket);
		this.#heardAt = this.#given.clock.now();
		this.#enter("connecting");
		this.#listen();
		this.#opened();
	}

	/** @param {WebSocket | import("./plain.js").PlainLine} socket @param {Uint8Array} bytes */
	#heard(socket, bytes) {
		if (socket !== this.#socket) return;
		const frame = readable(bytes);
		if (frame === null) return this.#lost();
		this.#heardAt = this.#given.clock.now();
		this.#wasHeard = true;
		this.#listen();
		if (frame.type === TYPE.OPENED) this.#opened();
		else if (frame.type === TYPE.GOODBYE) this.#goodbye(frame.code);
		else if (!isEcho(frame)) this.#given.onFrame(frame, bytes);
	}

	#opened() {
		this.#tries = 0;
		this.#ways.opened();
		this.#enter("up");
		if (this.#ways.isPlain) this.#ways.look((socket) => this.#moveTo(socket));
		for (const conv of this.#followed.keys()) this.catchUp(conv);
	}

	/** @param {number} code */
	#goodbye(code) {
		if (ENDING.has(code)) return this.#end();
		if (code === CROWDED || code === TOO_MANY) this.#tries += 5;
		this.#lost(code === CROWDED ? "crowded" : "down");
	}

	/** @param {WebSocket | import("./plain.js").PlainLine} socket */
	#closed(socket) {
		if (socket === this.#socket) this.#lost();
	}

	/** The line is gone: try again after a while, each time a little later, never all at once. @param {"down" | "crowded"} [how] */
	#lost(how = "down") {
		if (this.#socket !== null && this.#online) this.#ways.ended(this.#wasHeard);
		this.#drop();
		if (!this.#wanted) return;
		this.#enter(how);
		if (this.#online) this.#wake(this.#nextWait(), () => this.#open());
	}

	#end() {
		this.#wanted = false;
		this.#drop();
		this.#enter("ended");
	}

	/** Longer each time, and never the same for all: those who were cut off at once do not come back at once. */
	#nextWait() {
		this.#tries += 1;
		const longest = Math.min(WAIT.most, WAIT.least * 2 ** this.#tries);
		return WAIT.least + this.#given.chance() * (longest - WAIT.least);
	}

	/** After a silence ask something small; a line that does not answer is dead. */
	#listen() {
		this.#wake(SILENCE, () => {
			this.send(encodeFrame(TYPE.FOLLOW, { conv: NOBODY, afterN: 0 }));
			this.#wake(PATIENCE, () => this.#lost());
		});
	}

	#drop() {
		this.#callOff?.();
		this.#callOff = null;
		this.#ways.stop();
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
	}

	/** @param {LineState} state */
	#enter(state) {
		if (state === this.#state) return;
		this.#state = state;
		this.#given.onState(state);
	}

	/** @param {number} milliseconds @param {() => void} deed */
	#wake(milliseconds, deed) {
		this.#callOff?.();
		this.#callOff = this.#given.clock.after(milliseconds, deed);
	}
}

/** The frame, or null: a line that carries anything else is no line. @param {Uint8Array} bytes */
function readable(bytes) {
	try {
		return decodeFrame(bytes);
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** The answer to the question asked after a silence. @param {Frame} frame */
function isEcho(frame) {
	return frame.type === TYPE.REFUSED && frame.conv.every((/** @type {number} */ byte) => byte === 0);
}
