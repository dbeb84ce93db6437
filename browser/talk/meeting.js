import { RoomError } from "./trouble.js";
import { zoneHere } from "./clock.js";

/**
 * When two people meet: a part of the room. The house knows times; where and how goes as a sealed card of the talk.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{id: number, ref: string, series: string, relationship: number, at: number, minutes: number, state: string, mine: "client" | "specialist", by: "client" | "specialist", wish: number | null, wish_by: string | null, wish_in_time: boolean, in_time_hours?: number | null, wants_earlier: boolean, earlier: number | null, said: string | null, became: string | null}} Appointment moments in seconds since 1970
 * @typedef {{way: number, where: string, words: string}} How
 */

/** What stands is all of it; of what came to nothing the newest are enough for the cards of a talk. */
const [AT_ONCE, MOST_PAGES] = [200, 25];
/** @type {Readonly<Record<string, "agree" | "decline" | "cancel">>} */
const STEPS = Object.freeze({
	...{ agree: "agree", decline: "decline", cancel: "cancel" },
});

export class Part {
	#inside;
	/** @type {readonly Appointment[]} */
	#all = Object.freeze([]);
	#inTimeHours = 24;
	#isHere = false;
	/** @type {Promise<void> | null} */
	#loading = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
		this.deeds = Object.freeze({
			load: () => (this.#isHere ? undefined : this.again()),
			free: (/** @type {string} */ conv, /** @type {number} */ since, /** @type {number} */ until) =>
				this.#ask("GET", `${this.#of(conv)}/times?since=${since}&until=${until}`),
			propose: this.#propose,
			step: this.#step,
			agreeToMove: this.#agreeToMove,
			move: this.#move,
			keepTime: this.#keepTime,
			takeEarlier: this.#takeEarlier,
			wantEarlier: (/** @type {string} */ ref, /** @type {boolean} */ wants) =>
				this.#take("PUT", `${pathOf(ref)}/earlier`, { wants }),
			say: (/** @type {string} */ ref, /** @type {string} */ what) =>
				this.#take("POST", `${pathOf(ref)}/said`, { what }),
			hours: async () => (await this.#ask("GET", "hours")).hours,
			saveHours: async (/** @type {object} */ hours) => (await this.#ask("PUT", "hours", hours)).hours,
		});
	}

	get shown() {
		return Object.freeze({ all: this.#all, inTimeHours: this.#inTimeHours, isHere: this.#isHere });
	}

	/** What the house lists now; asked twice at once it is asked once. */
	again() {
		this.#loading ??= this.#load().finally(() => {
			this.#loading = null;
		});
		return this.#loading;
	}

	async #load() {
		/** @type {Appointment[]} */
		const all = [];
		for (let pages = 0, last = ""; pages < MOST_PAGES; pages += 1) {
			const page = await this.#ask("GET", `appointments${last}`);
			all.push(...page.appointments);
			this.#inTimeHours = page.in_time_hours;
			if (page.appointments.length < AT_ONCE) break;
			last = `?before=${page.appointments.at(-1).id}`;
		}
		const closed = await this.#ask("GET", "appointments?closed=1");
		this.#isHere = true;
		this.#put([...all, ...closed.appointments]);
	}

	/** @param {string} conv @param {{at: number, minutes: number, everyDays?: number, times?: number} & How} given @returns {Promise<{made: number, isAgreed: boolean}>} of a series what was free */
	#propose = async (conv, { at, minutes, everyDays = 7, times = 1, ...how }) => {
		this.#mayWrite(conv);
		const wanted = { at, minutes, every_days: everyDays, times };
		const { appointments } = await this.#ask("POST", `${this.#of(conv)}/appointments`, wanted);
		const first = appointments[0];
		this.#write(conv, { ref: first.series, start: at, mins: minutes, ...how, ...often(everyDays, times) });
		this.#put([...appointments, ...this.#all]);
		return { made: appointments.length, isAgreed: first.state === "agreed" };
	};

	/** @param {string} ref @param {string} step */
	#step = async (ref, step) => {
		const path = STEPS[step];
		if (path === undefined) throw new RoomError("not-found");
		await this.#take("POST", `${pathOf(ref)}/${path}`);
		// A yes or a no is for all that was asked together.
		if (step === "agree" || step === "decline") await this.again();
	};

	/** A yes names the hour it was said to. @param {string} ref @param {number} at */
	#agreeToMove = (ref, at) => this.#asSeen(() => this.#take("POST", `${pathOf(ref)}/move/agree`, { at }));

	/** Where the other was quicker, their wish is shown. @template T @param {() => Promise<T>} deed */
	async #asSeen(deed) {
		try {
			return await deed();
		} catch (error) {
			if (/** @type {{code?: string}} */ (error).code === "time-changed") await this.again();
			throw error;
		}
	}

	/** @param {string} conv @param {Appointment} one @param {{at: number} & How} given */
	#move = async (conv, { ref, minutes }, { at, ...how }) => {
		this.#mayWrite(conv);
		await this.#asSeen(() => this.#take("POST", `${pathOf(ref)}/move`, { at }));
		this.#write(conv, { ref, start: at, mins: minutes, ...how });
	};

	/** The old time is written anew, so that the newest card says what counts. @param {string} conv @param {Appointment} one @param {How} how */
	#keepTime = async (conv, { ref, at, minutes }, how) => {
		this.#mayWrite(conv);
		await this.#take("POST", `${pathOf(ref)}/move/keep`);
		this.#write(conv, { ref, start: at, mins: minutes, ...how });
	};

	/** @param {string} conv @param {Appointment} one @param {{at: number} & How} given */
	#takeEarlier = async (conv, { ref, minutes }, { at, ...how }) => {
		this.#mayWrite(conv);
		await this.#take("POST", `${pathOf(ref)}/earlier/take`, { at });
		this.#write(conv, { ref, start: at, mins: minutes, ...how });
	};

	/** What is agreed is written in the talk too: the house alone is not believed. @param {string} conv @param {Record<string, any>} fields */
	#write(conv, fields) {
		const card = { t: "meet", ...often(0, 1), ...fields, zone: zoneHere() };
		this.#inside.conversation(conv).sayAs("card", { text: JSON.stringify(card) });
	}

	/** Before the house is asked: a time without a line would be one that only the house knows of. @param {string} conv */
	#mayWrite(conv) {
		this.#inside.conversation(conv).checkQuestion();
	}

	/** @param {"POST" | "PUT"} method @param {string} path @param {object} [body] */
	async #take(method, path, body) {
		/** @type {Appointment} */
		const one = await this.#ask(method, path, body);
		this.#put(this.#all.map((each) => (each.ref === one.ref ? one : each)));
		return one;
	}

	/** @param {readonly Appointment[]} all */
	#put(all) {
		this.#all = Object.freeze(all.map((one) => Object.freeze(one)));
		this.#inside.given.onChange();
	}

	/** @param {string} conv */
	#of(conv) {
		const { id } = this.#inside.conversation(conv).relationship;
		return `relationships/${encodeURIComponent(id)}`;
	}

	/** @param {"GET" | "POST" | "PUT"} method @param {string} path @param {object} [body] */
	#ask(method, path, body) {
		return this.#inside.given.api.part(method, path, body);
	}
}

/** How often it was asked for: a room knows by it which days the house can mean. @param {number} everyDays @param {number} times */
const often = (everyDays, times) => ({ every_days: times === 1 ? 0 : everyDays, times });

/** @param {string} ref */
const pathOf = (ref) => `appointments/${encodeURIComponent(ref)}`;
