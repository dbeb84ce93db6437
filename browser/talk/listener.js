import { trustedWorker } from "../crypto/trusted-worker.js";
import { RoomError } from "./trouble.js";

/**
 * The listening worker, asked by message. Nothing that is asked or answered goes anywhere else.
 * @typedef {{postMessage: (asked: any, given: Transferable[]) => void, terminate: () => void, onmessage: ((event: any) => void) | null, onerror: ((event: any) => void) | null}} Working
 */
export class Listener {
	#worker;
	/** @type {Map<number, {done: (ok: any) => void, failed: (error: RoomError) => void}>} */
	#asked = new Map();
	#last = 0;
	#isOver = false;
	/** Called where its second tier broke, or all of it. @type {(() => void) | null} */
	onLoss = null;

	/** It answers nothing any more. */
	get isOver() {
		return this.#isOver;
	}

	/** @param {() => Working} [make] */
	constructor(make = () => trustedWorker("listening")) {
		this.#worker = make();
		this.#worker.onmessage = ({ data }) => this.#answer(data);
		this.#worker.onerror = () => {
			this.end();
			this.onLoss?.();
		};
	}

	/** @param {{json: string, bytes: Uint8Array}} pack */
	open = (pack) => this.#ask("open", pack);

	/** Whether this browser can run a second tier at all. @param {Uint8Array<ArrayBuffer>} kernel @returns {Promise<import("../listening/answers.js").Fuller | "can">} */
	canRun = (kernel) => this.#ask("can", { kernel });

	/** The second tier; its bytes are handed over, not copied. @param {import("../listening/fuller.js").Files} files @returns {Promise<import("../listening/answers.js").Fuller>} */
	fuller = (files) =>
		this.#ask(
			"fuller",
			files,
			Object.values(files).map(({ buffer }) => buffer),
		);

	/** What the other wrote last, before there is a draft. @param {string} before @returns {Promise<void>} */
	hear = (before) => this.#ask("hear", { before });

	/** @param {string} draft @param {string} before what the other wrote last @returns {Promise<import("../listening/marks.js").Reading>} */
	read = (draft, before) => this.#ask("read", { draft, before });

	/** At once; what was asked is not answered any more. */
	end() {
		this.#isOver = true;
		this.#worker.terminate();
		for (const { failed } of this.#asked.values()) failed(new RoomError("listening-stopped"));
		this.#asked.clear();
	}

	/** @param {string} op @param {any} args @param {Transferable[]} [given] @returns {Promise<any>} */
	#ask(op, args, given = []) {
		const id = ++this.#last;
		return new Promise((done, failed) => {
			if (this.#isOver) return failed(new RoomError("listening-stopped"));
			this.#asked.set(id, { done, failed });
			this.#worker.postMessage({ id, op, args }, given);
		});
	}

	/** @param {{id: number, ok?: any, error?: string, isLost?: true}} answer */
	#answer({ id, ok, error, isLost }) {
		if (isLost) this.onLoss?.();
		const asked = this.#asked.get(id);
		this.#asked.delete(id);
		if (error === undefined) asked?.done(ok);
		else asked?.failed(new RoomError("listening-stopped"));
	}
}
