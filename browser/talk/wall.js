import { today } from "./clock.js";
import { isRefusal } from "./trouble.js";

/**
 * What happened around me, and who can read what: fetched when somebody looks, checked by the core.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{n: number, day: number, kind: number, other: string, detail: Readonly<Record<string, number | string>>}} Row `kind` 0: its time is over
 * @typedef {{rows: readonly Row[], trouble: "wall-cut" | "wall-other" | null}} Told
 * @typedef {{accountId: string, name: string | null, role: number, me: boolean, since: number, until: number | null}} Reader `name` null: the other person of the talk
 */

const ALL = 3;
/** @type {WeakMap<Inside, Wall>} */
const walls = new WeakMap();

export class Wall {
	#inside;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {any[]} all "read", or "readers" and a conversation */
	deed(...[name, ...given]) {
		return /** @type {any} */ (this)[name](...given);
	}

	/** Every row, oldest first, held against what was seen of them. @returns {Promise<Told>} */
	async read() {
		const { core, clock } = this.#inside.given;
		const { rows: told, trouble } = await core.readWall({ ...(await this.#from(1)), today: today(clock) });
		this.#inside.saving.stir();
		return Object.freeze({ rows: Object.freeze(told), trouble });
	}

	/** Whether what is new follows what was seen; where it does not, all of it is held against it once more. */
	async check() {
		const { core, clock } = this.#inside.given;
		const { from } = await core.wallSeen();
		const { rows, trouble } = await core.readWall({ ...(await this.#from(from)), today: today(clock) });
		if (rows.length > 0) this.#inside.saving.stir();
		return trouble === null ? null : (await this.read()).trouble;
	}

	/** Who can read a talk and who could, by its signed headers. @param {string} conv @returns {Promise<readonly Reader[]>} */
	async readers(conv) {
		const { readers } = await this.#inside.given.core.readersOf({ conv });
		return Object.freeze(
			readers.map((/** @type {any} */ { account_id: accountId, ...rest }) =>
				Object.freeze({ accountId, name: this.#nameOf(conv, accountId), ...rest }),
			),
		);
	}

	/** This device took everything along: said, not seen. */
	async taken() {
		try {
			await this.#inside.given.api.toldTaken({ what: ALL });
		} catch (error) {
			if (typeof (/** @type {any} */ (error).code) !== "string" && !isRefusal(error)) throw error;
		}
	}

	/** @param {number} from the first row that is wanted */
	async #from(from) {
		const { api } = this.#inside.given;
		const first = await api.wall(from);
		const rows = [...first.rows];
		for (let page = first; ; ) {
			const isAll = page.rows.length === 0 || from + rows.length > page.n;
			if (isAll) return { rows, from, before: first.before, top: { n: page.n, h: page.h } };
			page = await api.wall(from + rows.length);
			rows.push(...page.rows);
		}
	}

	/** @param {string} conv @param {string} accountId */
	#nameOf(conv, accountId) {
		const { relationships, finding } = this.#inside;
		const isOther = relationships.all.some(
			({ other, conversations }) =>
				other.account_id === accountId && conversations.some((one) => one.conv === conv),
		);
		const { known } = this.#inside.conversation(conv);
		const named = known.readers.find(({ account_id }) => account_id === accountId)?.name ?? null;
		const isMain = this.#inside.conversation(conv).relationship.other.account_id === accountId;
		if (!isMain && named !== null) return named;
		return isOther ? null : (finding.person(accountId)?.name ?? null);
	}
}

/** Once a visit, quietly: what does not hold is said, and nothing else. @param {Inside} inside */
export async function watchWall(inside) {
	try {
		if ((await wallOf(inside).check()) !== null) inside.given.onNotice("wall-changed");
	} catch (error) {
		if (!isRefusal(error)) throw error;
	}
}

/** @param {Inside} inside */
export function wallOf(inside) {
	const wall = walls.get(inside) ?? new Wall(inside);
	walls.set(inside, wall);
	return wall;
}
