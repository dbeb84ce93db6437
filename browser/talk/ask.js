import { keptFor, keptIn } from "../crypto/kept.js";
import { today } from "./clock.js";
import { finishEnds } from "./parting.js";
import { newestOf } from "./relationships.js";
import { isRefusal, RoomError } from "./trouble.js";
import { atMostTwice } from "./twice.js";

/**
 * Asking someone, from the press to the stored hello. The words are kept sealed first, so that a cut anywhere loses nothing.
 * @typedef {import("./relationships.js").Relation} Relation
 */

const LONGEST_HELLO = 16_000;
const LONGEST_NAME = 40;

/** @typedef {{id: string, conv: string}} Sent */

export class Asking {
	#inside;
	/** @type {Promise<Sent> | null} */
	#going = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/**
	 * Signs the promise, asks, sends the hello.
	 * @param {{accountId: string, callName: string, text: string, keep?: number, invite?: string, lang?: string}} given keep = months, 0 until the place is closed; invite = the link they came by; lang = they read the promise in
	 */
	async ask({ accountId, callName, text, keep, invite, lang = "" }) {
		check(callName, text);
		const { api, config } = this.#inside.given;
		const retention = keep ?? config.retention;
		const promised = { promise: keptFor(config.promise, retention), retention };
		const made = await this.#make((isAgain) => this.#rowOf(accountId, isAgain), {
			...{ ...promised, name: callName, text, ...(invite === undefined ? {} : { invite }) },
		});
		this.#inside.callMe(callName);
		const sending = async () => {
			await this.#keep(made.conv, text);
			const relation = await this.#post(made, () => api.ask({ ...made.ask, lang }));
			this.#inside.drafts.keep(accountId, "");
			this.#inside.relationships.put(relation);
			await this.#send(relation, made, { name: callName, text });
			return { id: String(relation.id), conv: made.conv };
		};
		return await this.#alone(sending());
	}

	/** A hello that was cut off goes after all. @param {string} id of the relationship */
	finish(id) {
		return this.#going ?? this.#alone(this.#finish(id));
	}

	/** One hello goes at a time: whoever would send the same meanwhile waits for it. @param {Promise<Sent>} going */
	#alone(going) {
		this.#going = going.finally(() => {
			this.#going = null;
		});
		return this.#going;
	}

	/** @param {string} id */
	async #finish(id) {
		const relation = this.#inside.relationships.of(id);
		if (relation === null) throw new RoomError("not-found");
		const conv = newestOf(relation)?.conv ?? "";
		if (this.#isOnItsWay(conv)) return { id, conv };
		const text = this.#inside.drafts.of(conv);
		if (text === "") throw new RoomError("hello-lost");
		const made = await this.#make((isAgain) => this.#otherOf(relation, isAgain), {
			...{ promise: relation.promise, retention: keptIn(relation.promise), relationship: relation },
			...{ name: this.#inside.callName, text },
		});
		await this.#send(relation, made, { name: this.#inside.callName, text });
		return { id, conv };
	}

	/** After coming back: what was cut off goes by itself; what cannot go is left for the person to decide. */
	async resume() {
		await finishEnds(this.#inside);
		const relation = this.#inside.relationships.current;
		if (relation === null || relation.state !== "asked") return;
		const newest = newestOf(relation);
		if (newest === null) return;
		if (newest.n > 0) return this.#forgetKept(newest.conv);
		if (this.#inside.drafts.of(newest.conv) === "") return;
		try {
			await this.finish(String(relation.id));
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** @param {string} accountId @param {boolean} isAgain */
	async #rowOf(accountId, isAgain) {
		const { finding } = this.#inside;
		const row = isAgain ? await finding.rowAgain(accountId) : finding.row(accountId);
		if (row === null || finding.person(accountId) === null) throw new RoomError("not-endorsed");
		return row;
	}

	/** @param {Relation} relation @param {boolean} isAgain */
	async #otherOf(relation, isAgain) {
		const { relationships } = this.#inside;
		const { other } = isAgain ? await relationships.again(relation) : relation;
		return { ...other, free: true, again_day: null };
	}

	/**
	 * The list of who is who is read on first: the first header says how far.
	 * @param {(isAgain: boolean) => Promise<any>} specialist @param {{promise: any, retention: number, relationship?: Relation, invite?: string, name: string, text: string}} what
	 */
	async #make(specialist, what) {
		const { given, who } = this.#inside;
		const { core, clock } = given;
		await who.read();
		return await atMostTwice(async ({ isFresh }) => {
			const now = { ts: clock.now(), day: today(clock) };
			return await core.ask({ specialist: await specialist(isFresh), ...what, ...now, isFresh });
		});
	}

	/** @param {string} conv @param {string} text */
	async #keep(conv, text) {
		this.#inside.drafts.keep(conv, text);
		try {
			await this.#inside.saving.save();
		} catch (error) {
			this.#inside.drafts.keep(conv, "");
			throw error;
		}
	}

	/**
	 * A refusal by the house ends the try; a cut does not: the house may have it.
	 * @template T
	 * @param {{conv: string}} made @param {() => Promise<T>} post
	 */
	async #post({ conv }, post) {
		try {
			return await post();
		} catch (error) {
			if (!["offline", "timeout"].includes(/** @type {any} */ (error).code)) this.#forgetKept(conv);
			else this.#inside.refreshSoon();
			throw error;
		}
	}

	/** @param {Relation} relation @param {{conv: string, id: string, frame: Uint8Array}} made @param {{name: string, text: string}} words */
	async #send(relation, { conv, id, frame }, { name, text }) {
		const conversation = await this.#inside.conversations.open(relation, conv);
		await conversation.begin({ kind: "hello", text, name, id, frame });
		await this.#inside.follow();
	}

	/** @param {string} conv */
	#isOnItsWay(conv) {
		const last = this.#inside.conversations.of(conv)?.last ?? null;
		return last !== null && last.state !== "refused";
	}

	/** @param {string} conv */
	#forgetKept(conv) {
		if (this.#inside.drafts.of(conv) !== "") this.#inside.draft(conv, "");
	}
}

/** @param {string} callName @param {string} text */
function check(callName, text) {
	if (text.trim() === "" || callName.trim() === "") throw new RoomError("empty");
	if (text.length > LONGEST_HELLO || callName.length > LONGEST_NAME) throw new RoomError("too-long");
}
