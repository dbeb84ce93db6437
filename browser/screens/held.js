/** A form that outlives a lock: what stands in it is kept sealed with everything else that was begun. */
import { DAY_KEY, dayOf } from "../talk/begun.js";
import { formId } from "../talk/form-id.js";

/** @typedef {Pick<import("./seen.d.ts").Room, "draft" | "draftOf">} Drafts */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

const isPressed = (/** @type {Field} */ field) => ["checkbox", "radio"].includes(field.type);

export class HeldForm {
	#drafts;
	#id;
	/** @type {WeakSet<HTMLFormElement>} */
	#filled = new WeakSet();
	/** As each form stood before anything was begun in it. @type {WeakMap<HTMLFormElement, string>} */
	#empty = new WeakMap();

	/** @param {Drafts} drafts @param {string} name of the form @param {string} about whose talk, or which thing it is about */
	constructor(drafts, name, about) {
		this.#drafts = drafts;
		this.#id = formId(`${name} ${about}`);
	}

	/** Puts back what was begun, into each form once, as soon as it stands there; twice, for an answer may bring more fields. @param {HTMLFormElement | null} form @param {() => Promise<unknown>} drawn */
	async stands(form, drawn) {
		if (form === null || this.#filled.has(form)) return;
		this.#filled.add(form);
		this.#empty.set(form, standing(form));
		const held = this.#drafts.draftOf(await this.#id);
		if (held === "") return;
		const values = /** @type {Record<string, string[]>} */ (JSON.parse(held));
		for (let pass = 0; pass < 2; pass += 1) {
			for (const field of fieldsOf(form)) put(field, values[field.name] ?? []);
			await drawn();
		}
	}

	/** What stood in one field when it was begun: a form that is closed at first knows by it that it is to be open. @param {string} name @returns {Promise<string[]>} */
	async begun(name) {
		const held = this.#drafts.draftOf(await this.#id);
		return held === "" ? [] : (JSON.parse(held)[name] ?? []);
	}

	/** For `@input` of the form; one that stands as it did at first has nothing begun. @param {Event} event @returns {Promise<boolean>} whether anything is */
	typed = async (event) => {
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const isBegun = standing(form) !== this.#empty.get(form);
		await (isBegun ? this.hold(form) : this.done());
		return isBegun;
	};

	/** As it stands, also where nothing was typed: what it makes has the same name at the next press. @param {HTMLFormElement} form */
	async hold(form) {
		const begun = { ...valuesOf(new FormData(form)), [DAY_KEY]: [String(dayOf(Date.now()))] };
		this.#drafts.draft(await this.#id, JSON.stringify(begun));
	}

	/** It was sent: nothing of it is kept. */
	async done() {
		this.#drafts.draft(await this.#id, "");
	}
}

/** @param {HTMLFormElement} form @returns {Field[]} */
const fieldsOf = (form) =>
	/** @type {Field[]} */ ([...form.elements].filter((one) => "name" in one && one.name !== ""));

/** Every field as it stands now, but not the name of what it makes. @param {HTMLFormElement} form */
const standing = (form) =>
	JSON.stringify(
		fieldsOf(form)
			.filter(({ type }) => type !== "hidden")
			.map((field) => [field.name, stateOf(field)]),
	);

/** @param {FormData} given @returns {Record<string, string[]>} */
export function valuesOf(given) {
	/** @type {Record<string, string[]>} */
	const values = {};
	for (const [name, value] of given) values[name] = [...(values[name] ?? []), String(value)];
	return values;
}

/** As if it had been typed, so that what hangs on it follows. @param {Field} field @param {string[]} values */
export function put(field, values) {
	const before = stateOf(field);
	if (isPressed(field)) /** @type {HTMLInputElement} */ (field).checked = values.includes(field.value);
	else if (values[0] !== undefined) field.value = values[0];
	if (stateOf(field) !== before) field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {Field} field */
const stateOf = (field) =>
	isPressed(field) ? String(/** @type {HTMLInputElement} */ (field).checked) : field.value;

/**
 * The line a form is about, named as it is in the talk: where it stands on a page is another line's place at the next visit.
 * @param {import("./seen.d.ts").Conversation | null} conversation @param {string | undefined} shown
 * @returns {string | null} nothing for a form about no line; null while it is not stored, then nothing is held
 */
export function aboutIn(conversation, shown) {
	if (shown === undefined) return "";
	return conversation?.lines.find(({ id }) => id === shown)?.msg ?? null;
}
