import { dropFuller, isFullerKept, isSparing, readFuller, readKernel } from "../wire/listening-pack.js";

/**
 * The coach's second tier: fetched once the coach is on, kept in this browser, gone when it is switched off. Until it is here, and where it cannot be, the first goes on alone.
 * @typedef {import("./listener.js").Listener} Listener
 * @typedef {{fetch: import("../wire/request.js").Fetch, packsFrom?: URL}} From
 * `waits`: this device or its line wants few bytes, so it is asked for · `odd`: what came is not the one the pack speaks of · `cannot`: not in this browser · `stopped`: it broke at work
 * @typedef {"none" | "waits" | "coming" | "here" | "offline" | "odd" | "cannot" | "stopped"} State
 */
export class Fuller {
	#from;
	#onChange;
	/** @type {State} */
	#state = "none";
	/** For whom it is fetched: another listener is another time. @type {Listener | null} */
	#listener = null;
	/** Whether somebody switched it off. */
	#isOff = false;
	/** Let go of: what still comes is not kept. */
	#leaving = new AbortController();

	/** @param {From} from @param {() => void} onChange */
	constructor(from, onChange) {
		this.#from = from;
		this.#onChange = onChange;
	}

	get state() {
		return this.#state;
	}

	/** Never fails: what became of it is in `state`. @param {Listener} listener @param {string} json pack.json @param {boolean} [isAsked] somebody pressed for it */
	async bring(listener, json, isAsked = false) {
		const card = JSON.parse(json);
		if (card.encoder === undefined) return;
		if (this.#listener === listener && ["coming", "here"].includes(this.#state)) return;
		this.#listener = listener;
		this.#isOff = false;
		listener.onLoss = () => this.#say(listener, "stopped");
		const said = await this.#brought(listener, card, isAsked).catch(whyNot);
		if (said === "odd" || this.#isOff) await dropFuller();
		this.#say(listener, said);
	}

	/** It ends with its listener; what is kept stays for the next time. */
	leave() {
		this.#leaving.abort();
		this.#leaving = new AbortController();
		this.#listener = null;
		this.#state = "none";
	}

	/** Off: nothing of it is left here. */
	async drop() {
		this.leave();
		this.#isOff = true;
		await dropFuller();
	}

	/** @param {Listener} listener @param {any} card @param {boolean} isAsked @returns {Promise<State>} */
	async #brought(listener, card, isAsked) {
		const { signal } = this.#leaving;
		if (!isAsked && isSparing() && !(await isFullerKept(this.#from, card))) return "waits";
		this.#say(listener, "coming");
		const kernel = await readKernel(this.#from);
		const can = await listener.canRun(kernel);
		if (can !== "can") return can;
		const files = await readFuller(this.#from, card, signal);
		if (this.#listener !== listener) return "none";
		return await listener.fuller({ ...files, kernel });
	}

	/** Whoever was let go of meanwhile says nothing any more. @param {Listener} listener @param {State} state */
	#say(listener, state) {
		if (this.#listener !== listener) return;
		this.#state = state;
		this.#onChange();
	}
}

/** @param {unknown} error @returns {State} */
function whyNot(error) {
	return /** @type {{code?: string}} */ (error).code === "listening-stopped" ? "stopped" : "offline";
}
