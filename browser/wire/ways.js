import { fromText } from "../crypto/bytes.js";
import { encodeFrame, TYPE } from "../crypto/frames.js";
import { PlainLine } from "./plain.js";

/** Which way a line goes: a WebSocket, or plain requests where two in a row never said a word. */

const VERSION = 1;
const PROTOCOL = "pse1";
const IN_A_ROW = 2;
const LOOKS_AGAIN = 300_000;
const PATIENCE = 10_000;

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
	}

	get isPlain() {
		return this.#isPlain;
	}

	/** @param {string} ticket shown as soon as the line is open @returns {WebSocket | PlainLine} */
	connect(ticket) {
		this.#isPlain = this.#deaf >= IN_A_ROW;
		return this.#isPlain ? hail(new PlainLine(this.#given), ticket) : this.#socket(ticket);
	}

	/** A line has ended. @param {boolean} wasHeard whether it ever said anything */
	ended(wasHeard) {
		if (wasHeard && this.#isPlain) return;
		this.#deaf = wasHeard || this.#isPlain ? 0 : this.#deaf + 1;
	}

	/** Now and then see whether sockets come through again. @param {(socket: WebSocket) => void} found one that was let in */
	look(found) {
		this.stop();
		this.#callOff = this.#given.clock.after(LOOKS_AGAIN, () => this.#try(found));
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
		this.#callOff = this.#given.clock.after(PATIENCE, again);
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
