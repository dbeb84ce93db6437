/** The one memory of the encoder: first everything is given its place, then it is made and filled. */

const PAGE = 65_536;
const EACH = 16;

export class Shelf {
	#size = 0;
	/** @type {[number, ArrayBufferView][]} */
	#waiting = [];

	/** @param {number} bytes @returns {number} where so many bytes stand */
	room(bytes) {
		const at = this.#size;
		this.#size += Math.ceil(bytes / EACH) * EACH;
		return at;
	}

	/** @param {ArrayBufferView} part @returns {number} where it stands */
	put(part) {
		const at = this.room(part.byteLength);
		this.#waiting.push([at, part]);
		return at;
	}

	/** @returns {WebAssembly.Memory} throws RangeError where a device has no room for it */
	filled() {
		const memory = new WebAssembly.Memory({ initial: Math.ceil(this.#size / PAGE) });
		for (const [at, part] of this.#waiting) {
			const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
			new Uint8Array(memory.buffer).set(bytes, at);
		}
		this.#waiting = [];
		return memory;
	}
}
