/** Something that several wait for, and that comes once. */
export class Moment {
	/** @type {(() => void)[]} */
	#waiting = [];

	/** @returns {Promise<void>} */
	wait() {
		return new Promise((goOn) => this.#waiting.push(goOn));
	}

	came() {
		for (const goOn of this.#waiting.splice(0)) goOn();
	}
}
