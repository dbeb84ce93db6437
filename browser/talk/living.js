import { today } from "./clock.js";
import { part } from "./parting.js";
import { newestOf } from "./relationships.js";
import { RoomError } from "./trouble.js";

/**
 * The steps of two people on their way: resting, planning, saying goodbye, meeting again.
 * Words that go with a step are a sealed line of the talk, and are there before the step is taken.
 * @typedef {import("./inside.js").Inside} Inside
 */

const [LOOK_EVERY, PATIENCE] = [100, 8_000];
const LONGEST_GOODBYE = 8_000;

export class Living {
	#inside;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {any[]} all "end", "block", "startAgain", "pause", "resume", "plan", "dropWish", "putAway", "goodbye", "wishBack" or "unblock", and what it takes */
	deed(...[name, ...given]) {
		return /** @type {any} */ (this)[name](...given);
	}

	/** @param {string} id */
	end = (id) => part(this.#inside, id, "end");
	/** @param {string} id */
	block = (id) => part(this.#inside, id, "block");

	/** Another conversation that continues one which stands still. @param {string} conv */
	async startAgain(conv) {
		const { core, clock } = this.#inside.given;
		const { relationship } = this.#inside.conversation(conv);
		const made = await core.startAgain({ conv, day: today(clock), ts: clock.now() });
		const relation = await this.#inside.step(relationship.id, "again", made.again);
		const next = await this.#inside.conversations.open(relation, made.conv);
		await next.begin({ kind: "continues", text: "", name: "", id: made.id, frame: made.frame });
		return made.conv;
	}

	/** @param {string} id @param {{until: number | null, words: string}} given */
	async pause(id, { until, words }) {
		const conv = this.#convOf(id);
		if (words.trim() !== "") await this.#arrived(conv, this.#inside.conversation(conv).say(words));
		await this.#inside.step(id, "pause", { until_on: until });
	}

	/** @param {string} id */
	resume = (id) => this.#inside.step(id, "resume");
	/** @param {string} id */
	unblock = (id) => this.#inside.step(id, "unblock");
	/** @param {string} id @param {number | null} endsOn */
	plan = (id, endsOn) => this.#take(this.#api.putOf(id, "plan", { ends_on: endsOn }));
	/** @param {string} id */
	dropWish = (id) => this.#take(this.#api.dropPlanWish(id));
	/** @param {string} id @param {number} weeks */
	putAway = (id, weeks) => this.#inside.step(id, "plan/heard", { weeks });
	/** @param {string} id @param {boolean} wish */
	wishBack = (id, wish) => this.#take(this.#api.putOf(id, "way-back", { wish }));

	/** @param {string} id @param {string} text */
	async goodbye(id, text) {
		if (text.trim() === "") throw new RoomError("empty");
		if (text.length > LONGEST_GOODBYE) throw new RoomError("too-long");
		const conv = this.#convOf(id);
		await this.#arrived(conv, this.#inside.conversation(conv).sayAs("goodbye", { text }));
	}

	get #api() {
		return this.#inside.given.api;
	}

	/** @param {string} id */
	#convOf(id) {
		const conv = newestOf(this.#inside.relation(id))?.conv ?? "";
		if (this.#inside.conversations.of(conv) === null) throw new RoomError("not-found");
		return conv;
	}

	/** @param {Promise<import("./relationships.js").Relation>} answer */
	async #take(answer) {
		this.#inside.relationships.put(await answer);
		await this.#inside.follow();
	}

	/**
	 * Until a line is stored. One that cannot go now is taken back, so that nothing is said twice.
	 * @param {string} conv @param {string} key
	 */
	async #arrived(conv, key) {
		const conversation = this.#inside.conversation(conv);
		const { clock } = this.#inside.given;
		const until = clock.now() + PATIENCE;
		const stateNow = () => conversation.lines.find(({ id }) => id === key)?.state;
		while (stateNow() !== "stored") {
			if (clock.now() > until || ["asks", "refused"].includes(stateNow() ?? "")) {
				await conversation.takeBack(key);
				if (stateNow() !== undefined) throw new RoomError("on-its-way");
				throw new RoomError("offline");
			}
			await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
		}
	}
}
