/**
 * Changing the ways into the place that is open: first what is unsaved is saved, then the change, then the list is read anew.
 */
export class Changes {
	#front;

	/** @param {import("./front.js").Front} front */
	constructor(front) {
		this.#front = front;
	}

	/** This browser becomes their own device. @param {{name: string, pin: string | null, minutes: number, code?: string, words?: string}} given */
	async makeOwn(given) {
		const { own, in: inside } = this.#front;
		await this.run(() => own.make({ ...given, username: inside.username }));
		if (own.isOf(inside.username)) this.#front.relock(given.minutes);
	}

	/** This browser is not theirs any more: it forgets, and whoever is in goes out. */
	async notOwn() {
		const { own, api } = this.#front;
		const slotId = own.kept?.slotId;
		await own.forget();
		if (slotId !== undefined) await api.signOutDevice({ slot_id: slotId });
		await this.#front.lock();
	}

	/** @param {{name: string, code?: string, words?: string}} given @returns {Promise<string>} the code to give away */
	async addSpare(given) {
		let made = "";
		await this.run(async () => {
			const { me, code } = await this.#front.own.addSpare(given);
			made = code;
			return me;
		});
		return made;
	}

	/** @param {string} slotId of a change that waits */
	finish(slotId) {
		const { own, in: inside } = this.#front;
		return this.run(() =>
			own.finish(inside.me.changes.find((/** @type {any} */ one) => one.slot_id === slotId)),
		);
	}

	/** @param {string} slotId */
	signOut(slotId) {
		const { api } = this.#front;
		return this.run(async () => {
			await api.signOutDevice({ slot_id: slotId });
			return await api.me();
		});
	}

	/** Runs a change, and shows what came of it. @param {() => Promise<any>} deed gives what the house says of oneself */
	async run(deed) {
		const { own, in: inside } = this.#front;
		await inside.saving.save();
		inside.meChanged(await deed());
		await own.list(inside.me);
	}

	/** Read once is enough: a way in that is gone is not missed at every visit. */
	async forgetGone() {
		const { inside, doorway } = this.#front;
		if (inside === null) return;
		await doorway.core.forgetGone({ me: inside.me });
		inside.saving.stir();
	}
}
