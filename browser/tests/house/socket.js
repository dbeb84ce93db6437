import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/**
 * A WebSocket over a plain socket, as much of RFC 6455 as the room needs, with the Origin a browser would send.
 * (Node 20 has none of its own.)
 */
export class HouseSocket {
	#socket;
	#rest = Buffer.alloc(0);
	#isOpen = false;
	onopen = () => undefined;
	onmessage = () => undefined;
	onclose = () => undefined;

	/** @param {URL} url @param {string} protocol */
	constructor(url, protocol) {
		const key = randomBytes(16).toString("base64");
		this.#socket = connect(Number(url.port), url.hostname, () =>
			this.#socket.write(handshake(url, protocol, key)),
		);
		this.#socket.on("data", (data) => this.#read(Buffer.concat([this.#rest, data]), key));
		this.#socket.on("error", () => this.#socket.destroy());
		this.#socket.on("close", () => this.onclose());
	}

	send(bytes) {
		this.#write(BINARY, bytes);
	}

	close() {
		if (this.#isOpen) this.#write(CLOSE, Buffer.from([3, 232]));
		this.#socket.end();
	}

	/** As when a cable is pulled: no goodbye. */
	cut() {
		this.#socket.destroy();
	}

	#read(data, key) {
		this.#rest = data;
		if (!this.#isOpen && !this.#shakes(key)) return;
		for (let frame = frameIn(this.#rest); frame; frame = frameIn(this.#rest)) {
			this.#rest = frame.rest;
			this.#heard(frame);
		}
	}

	#shakes(key) {
		const end = this.#rest.indexOf("\r\n\r\n");
		if (end < 0) return false;
		const head = this.#rest.subarray(0, end).toString();
		this.#rest = this.#rest.subarray(end + 4);
		const accepted = createHash("sha1")
			.update(key + GUID)
			.digest("base64");
		if (!head.startsWith("HTTP/1.1 101") || !head.includes(accepted)) {
			this.#socket.destroy();
			return false;
		}
		this.#isOpen = true;
		this.onopen();
		return true;
	}

	#heard({ code, body }) {
		if (code === BINARY) this.onmessage({ data: new Uint8Array(body).buffer });
		if (code === PING) this.#write(PONG, body);
		if (code === CLOSE) this.#socket.end();
	}

	#write(code, bytes) {
		if (this.#socket.writable) this.#socket.write(masked(code, Buffer.from(bytes)));
	}
}

function handshake(url, protocol, key) {
	const lines = [
		`GET ${url.pathname} HTTP/1.1`,
		`Host: ${url.host}`,
		`Origin: http://${url.host}`,
		"Upgrade: websocket",
		"Connection: Upgrade",
		`Sec-WebSocket-Key: ${key}`,
		"Sec-WebSocket-Version: 13",
		`Sec-WebSocket-Protocol: ${protocol}`,
	];
	return `${lines.join("\r\n")}\r\n\r\n`;
}

function frameIn(data) {
	if (data.length < 2) return null;
	const short = data[1] & 127;
	const start = short === 126 ? 4 : short === 127 ? 10 : 2;
	if (data.length < start) return null;
	const size = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
	if (data.length < start + size) return null;
	return { code: data[0] & 15, body: data.subarray(start, start + size), rest: data.subarray(start + size) };
}

function masked(code, body) {
	const mask = randomBytes(4);
	const size = Buffer.alloc(body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8);
	if (size.length === 2) size.writeUInt16BE(body.length);
	if (size.length === 8) size.writeBigUInt64BE(BigInt(body.length));
	const short = size.length === 0 ? body.length : size.length === 2 ? 126 : 127;
	const hidden = Buffer.from(body.map((byte, place) => byte ^ mask[place % 4]));
	return Buffer.concat([Buffer.from([128 | code, 128 | short]), size, mask, hidden]);
}
