import { fromText } from "../crypto/bytes.js";
import { encodeFrame, TYPE } from "../crypto/frames.js";
import { PlainLine } from "./plain.js";

/**
 * Which way a line goes: a WebSocket, or plain requests where two in a row never said a word.
 * What carried last is remembered for each home as long as the page lives: whoever comes back is not made to wait for it again.
 */

const VERSION = 1;
const PROTOCOL = "pse1";
const IN_A_ROW = 2;
const LOOKS_AGAIN = 300_000;
/** Where sockets were heard before, a slow one is waited for; elsewhere one that is swallowed costs little. */
const PATIENCE = { known: 10_000, first: 6_000, next: 4_000 };
/** @type {Map<string, "socket" | "plain">} by the address of the wire */
const carried = new Map();

export class Ways {
	#given;
	#deaf = 0;
	#isPlain = false;
	/** @type {WebSocket | null} */
	#trial = null;
	/** @type {(() => void) | null} */
	#callOff = null;

	/** @param {import("./socket.js").Given} given */
	constructor(given) {
		this.#given = given;
		if (carried.get(given.url) === "plain") this.#deaf = IN_A_ROW;
	}

	/** How long an opening may go without a word. */
	get patience() {
		if (this.#isPlain || carried.get(this.#given.url) === "socket") return PATIENCE.known;
		return this.#deaf === 0 ? PATIENCE.first : PATIENCE.next;
	}

	get isPlain() {
		return this.#isPlain;
	}

	/** @param {string} ticket shown as soon as the line is open @returns {WebSocket | PlainLine} */
	connect(ticket) {
		this.#isPlain = this.#deaf >= IN_A_ROW;
		return this.#isPlain ? hail(new PlainLine(this.#given), ticket) : this.#socket(ticket);
	}

	/** Somebody was let in. */
	opened() {
		carried.set(this.#given.url, this.#isPlain ? "plain" : "socket");
	}

	/** A line has ended. @param {boolean} wasHeard whether it ever said anything */
	ended(wasHeard) {
		if (wasHeard && this.#isPlain) return;
		this.#deaf = wasHeard || this.#isPlain ? 0 : this.#deaf + 1;
	}

	/** Now and then see whether sockets come through again, each room at a time of its own. @param {(socket: WebSocket) => void} found one that was let in */
	look(found) {
		this.stop();
		this.#callOff = this.#given.clock.after(LOOKS_AGAIN * (0.75 + this.#given.chance() / 2), () =>
			this.#try(found),
		);
	}

	stop() {
		this.#callOff?.();
		this.#callOff = null;
		const trial = this.#trial;
		this.#trial = null;
		trial?.close();
	}

	/** @param {string} ticket */
	#socket(ticket) {
		const { connect, url } = this.#given;
		return hail(connect(url, PROTOCOL), ticket);
	}

	/** @param {(socket: WebSocket) => void} found */
	async #try(found) {
		const looking = this.#callOff;
		const ticket = await this.#ticket();
		if (looking === null || looking !== this.#callOff) return;
		if (ticket === null) return this.look(found);
		const socket = this.#socket(ticket);
		this.#trial = socket;
		const again = () => socket === this.#trial && this.look(found);
		socket.onclose = again;
		socket.onmessage = ({ data }) => (isOpened(data) ? this.#found(socket, found) : again());
		this.#callOff = this.#given.clock.after(PATIENCE.known, again);
	}

	/** @param {WebSocket} socket @param {(socket: WebSocket) => void} found */
	#found(socket, found) {
		if (socket !== this.#trial) return;
		this.#trial = null;
		this.#deaf = 0;
		this.#isPlain = false;
		found(socket);
	}

	/** The line that is open will say why, if it is the sign-in. */
	async #ticket() {
		try {
			return (await this.#given.ticket()).ticket;
		} catch (error) {
			if (typeof (/** @type {any} */ (error).code) !== "string") throw error;
			return null;
		}
	}
}

/** @template {WebSocket | PlainLine} Line @param {Line} line @param {string} ticket @returns {Line} */
function hail(line, ticket) {
	line.binaryType = "arraybuffer";
	line.onopen = () => line.send(encodeFrame(TYPE.OPEN, { version: VERSION, ticket: fromText(ticket) }));
	return line;
}

/** @param {ArrayBuffer} data */
const isOpened = (data) => new Uint8Array(data)[0] === TYPE.OPENED;
