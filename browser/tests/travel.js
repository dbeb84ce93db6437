/** A clock that stands until it is told to go. Timers run in their order. */
export class TravelClock {
	#now;
	#timers = [];
	#counted = 0;

	constructor(now = Date.parse("2025-06-03T16:00:00Z")) {
		this.#now = now;
	}

	now = () => this.#now;

	after = (milliseconds, deed) => {
		this.#counted += 1;
		const timer = { at: this.#now + milliseconds, order: this.#counted, deed };
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter((other) => other !== timer);
		};
	};

	get waiting() {
		return this.#timers.length;
	}

	/** Lets time pass; whatever comes due is done on its way, and what it began is let to finish. */
	async travel(milliseconds) {
		const end = this.#now + milliseconds;
		await settled();
		for (let next = this.#due(end); next; next = this.#due(end)) {
			this.#timers = this.#timers.filter((other) => other !== next);
			this.#now = Math.max(this.#now, next.at);
			next.deed();
			await settled();
		}
		this.#now = end;
		await settled();
	}

	/** A computer that slept: time passed, no timer ran. */
	sleep(milliseconds) {
		this.#now += milliseconds;
	}

	#due(end) {
		return this.#timers
			.filter(({ at }) => at <= end)
			.sort((one, other) => one.at - other.at || one.order - other.order)[0];
	}
}

/** Whatever was begun has come to rest. */
export async function settled(turns = 4) {
	for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
}
