import { today } from "./clock.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * What is told, with a yes and without. Nothing is kept here: each look asks the house, and opens what it may.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{b: string, lines: readonly {name: string, day: number, b: string}[]}} Content
 * @typedef {{person: string, byName: string, to: {type: number, name: string, where: string, through: string}, what: readonly string[], leavesOut: string, purpose: number, why: string, laws: readonly string[], basis: string, help: number, from: number, until: number, signsFor: {name: string, right: string, why: string} | null, witness: string, supersedes: boolean, texts: {shown: string, notice: string, refusal: string, back: string}, lang: string, day: number, inside: boolean}} Terms
 * @typedef {{id: string, conv: string, n: number, part: number, from: number, until: number, day: number, kind: number, openedOn: number | null, endedOn: number | null, endedBy: number | null, byLink: boolean, fits: boolean, terms: Terms | null}} Telling
 * @typedef {{id: string, conv: string, reason: number, told: number, day: number, lookOn: number, part: number, toldOn: number | null, confirmedOn: number | null, here: boolean, wishesTalk: boolean | null, fits: boolean, words: {whom: string, what: string, why: string} | null}} Emergency
 * @typedef {{tellings: readonly Telling[], whole: boolean, emergencies: readonly Emergency[]}} Account
 * @typedef {{conv: string, to: string | null, by: string, terms: object, words: string, lines: readonly {id: string, b: string, name: string}[], instead: string | null}} Draft `by`: who tells, as the page said it; `instead` is the id of one that ends with it
 * @typedef {{conv: string, supervisor: string | null, reason: number, told: number, lookIn: number, words: {whom: string, what: string, why: string}}} Entry
 */

/** @type {WeakMap<import("./front.js").Front, Tellings>} */
const known = new WeakMap();

/** @param {import("./front.js").Front} front */
export function tellingOf(front) {
	const tellings = known.get(front) ?? new Tellings(front);
	known.set(front, tellings);
	return tellings;
}

class Tellings {
	#front;
	/** As the house gave them last: what opens one is asked for by its row. @type {Map<string, any>} */
	#rows = new Map();

	/** @param {import("./front.js").Front} front */
	constructor(front) {
		this.#front = front;
	}

	/** @param {any[]} all the deed's name, and what it takes */
	deed(...all) {
		const deeds = /** @type {Record<string, (...given: any[]) => unknown>} */ ({
			...{ account: this.#account, supervisors: this.#supervisors, tell: this.#tell, read: this.#read },
			today: () => today(this.#inside.given.clock),
			...{ share: this.#share, stop: this.#stop, enter: this.#enter, step: this.#step, linked: this.#linked },
		});
		const [name, ...given] = all;
		return /** @type {(...given: any[]) => unknown} */ (deeds[name])(...given);
	}

	/** @returns {Promise<Account>} */
	#account = async () => {
		const { core, api } = this.#inside.given;
		await this.#inside.readWho();
		const [told, entered] = await Promise.all([api.told("told"), api.told("emergencies")]);
		this.#rows = new Map(told.tellings.map((/** @type {any} */ row) => [row.package.id, row]));
		const { tellings, whole } = await core.readTellings(told);
		const { emergencies } = await core.readEmergencies({
			...entered,
			relationships: this.#inside.relationships.all,
		});
		return Object.freeze({ tellings, whole, emergencies });
	};

	/** Who can be told here. */
	#supervisors = async () => {
		const { core, api, clock } = this.#inside.given;
		await this.#inside.readWho();
		const { people } = await api.told("supervisors");
		const found = await core.supervisors({ people, today: today(clock) });
		const since = new Map(
			people.map((/** @type {any} */ { account_id, endorsement }) => [account_id, endorsement?.from_day]),
		);
		return found.people.map((/** @type {{account_id: string}} */ one) => ({
			...one,
			since: since.get(one.account_id),
		}));
	};

	/** Signed and handed over: the text of a link, or null where it stays in the house. @param {Draft} draft @returns {Promise<string | null>} */
	#tell = async ({ conv, to, by, terms, words, lines, instead }) => {
		const { core, api, clock } = this.#inside.given;
		await this.#inside.readWho();
		const rows = (await api.told("told")).tellings.filter((/** @type {any} */ row) => this.#isMine(row));
		const { payload, link } = await core.sealTelling({
			...{ conv, terms, words, lines, day: today(clock), relationship: this.#with(conv, by) },
			to: to === null ? null : await this.#supervisor(to),
			before: rows.at(-1)?.package ?? null,
			supersedes: rows.find((/** @type {any} */ row) => row.package.id === instead)?.package ?? null,
		});
		// First the old one ends: should the new one not arrive, less is told and not more.
		if (instead !== null) await api.told(`told/${instead}/withdraw`, {});
		await api.told("told", payload);
		return link;
	};

	/** A draft for the other, in the place of the one before; `{}` puts it away. @param {string} conv @param {import("../crypto/share.js").Draft | {}} draft */
	#share = async (conv, draft) => {
		this.#inside.conversation(conv).changing.share(draft);
	};

	/** What is told, in full. @param {string} id @returns {Promise<Content>} */
	#read = async (id) => {
		const { core, api } = this.#inside.given;
		const { told, wrap } = await api.told(`told/${id}`);
		return await core.openTold({ row: this.#rows.get(id), told, wrap });
	};

	/** At once. @param {string} id */
	#stop = async (id) => {
		await this.#inside.given.api.told(`told/${id}/withdraw`, {});
		return await this.#account();
	};

	/** @param {Entry} entry */
	#enter = async ({ conv, supervisor, lookIn, ...entry }) => {
		const { core, api, clock } = this.#inside.given;
		await this.#inside.readWho();
		const day = today(clock);
		const { payload } = await core.sealEmergency({
			...{
				...entry,
				conv,
				relationship: this.#inside.conversation(conv).relationship,
				day,
				look_on: day + lookIn,
			},
			supervisor: supervisor === null ? null : await this.#supervisor(supervisor),
		});
		await api.told("emergencies", payload);
	};

	/** @param {string} id @param {"told" | "confirm" | "talk"} step @param {object} [body] */
	#step = async (id, step, body) => {
		await this.#inside.given.api.told(`emergencies/${id}/${step}`, body ?? {});
		return await this.#account();
	};

	/** What a link opens; nobody has to be inside. @param {string} text @returns {Promise<{terms: Terms, content: Content} | null>} null where there is nothing to read */
	#linked = async (text) => {
		const { doorway, api } = this.#front;
		await doorway.ready();
		try {
			const found = await api.told("told/link", await doorway.core.knock({ text }));
			return await doorway.core.openLinked({ text, found });
		} catch (error) {
			if (isRefusal(error) && !["offline", "slow-down"].includes(/** @type {any} */ (error).code))
				return null;
			throw error;
		}
	};

	/** @param {string} id */
	async #supervisor(id) {
		const { people } = await this.#inside.given.api.told("supervisors");
		const found = people.find((/** @type {any} */ row) => row.account_id === id);
		if (found === undefined) throw new RoomError("not-verified");
		return found;
	}

	/** @param {any} row */
	#isMine({ package: { readers } }) {
		const me = this.#inside.me.account_id;
		return readers.some((/** @type {any} */ one) => one.part === 1 && one.account_id === me);
	}

	/** Whoever was named on the page, and nobody in their place. @param {string} conv @param {string} id */
	#with(conv, id) {
		const { relationship } = this.#inside.conversation(conv);
		if (id === relationship.other.account_id) return relationship;
		const found = this.#inside.relationships.all.find(
			(one) =>
				one.mine === "client" &&
				one.other.account_id === id &&
				one.conversations.some((/** @type {{conv: string}} */ row) => row.conv === conv),
		);
		if (found === undefined) throw new RoomError("not-verified");
		return found;
	}

	get #inside() {
		return this.#front.in;
	}
}
