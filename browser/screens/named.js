/** A form that makes something: what it makes has one name from the first press until it stands, however often it is pressed. */
import { freshName } from "../talk/form-id.js";

/** @typedef {import("./held.js").HeldForm} HeldForm */
/** @typedef {{name: string, held: HeldForm | null, trouble: {code: string} | null}} Page `name` is what the next thing is called, and stands in the form as `ref` */

export class NamedForm {
	#page;
	#stands;

	/** @param {Page} page @param {(name: string) => boolean} stands does something of this name stand already? */
	constructor(page, stands) {
		this.#page = page;
		this.#stands = stands;
	}

	/** It stands, so the next one is another. */
	next() {
		this.#page.name = freshName();
	}

	/** What was sent first stands: what is in the form now can be sent as something of its own. @param {HTMLFormElement} form */
	async refused(form) {
		if (this.#page.trouble?.code !== "said-before") return;
		this.#rename(form);
		await this.#page.held?.hold(form);
	}

	/** For `@input`: what was cleared by hand once it stood leaves its name to nothing else. @param {Event} event */
	typed = async (event) => {
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		if (await this.#page.held?.typed(event)) return;
		if (this.#stands(String(new FormData(form).get("ref")))) this.#rename(form);
	};

	/** @param {HTMLFormElement} form */
	#rename(form) {
		this.next();
		/** @type {HTMLInputElement} */ (form.elements.namedItem("ref")).value = this.#page.name;
	}
}
