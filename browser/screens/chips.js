/** Things to tap, on or off: facts and languages, used for wishes and for a specialist's own page. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** The closed list of facts (protocol/facts.json), in groups. */
export const factGroups = Object.freeze({
	"been-through": [
		"alcohol",
		"opioids",
		"stimulants",
		"cannabis",
		"gambling",
		"depression",
		"anxiety",
		"bipolar",
		"hearing-voices",
		"trauma",
		"grief",
		"eating",
		"burnout",
		"prison",
		"no-home",
		"losing-custody",
		"chronic-pain",
	],
	life: [
		"parent",
		"carer",
		"veteran",
		"student",
		"shift-work",
		"rural",
		"city",
		"faith",
		"no-faith",
		"lgbtq",
		"immigrant",
		"first-nation",
		"disabled",
	],
	way: [
		"mostly-listens",
		"straight-talk",
		"humour",
		"practical",
		"twelve-steps",
		"no-steps",
		"less-harm",
		"medication-friendly",
		"has-slipped-too",
	],
	when: ["mornings", "daytime", "evenings", "weekends"],
	am: ["woman", "man", "nonbinary", "age-18-29", "age-30-44", "age-45-59", "age-60-plus"],
});

/** Languages a profile may name. */
export const languages = Object.freeze([
	"en",
	"es",
	"fr",
	"ar",
	"zh",
	"pt",
	"hi",
	"ru",
	"uk",
	"vi",
	"tl",
	"de",
	"pl",
]);

/**
 * @param {string} legend
 * @param {readonly { id: string, label: string }[]} choices
 * @param {ReadonlySet<string>} chosen
 * @param {(id: string) => void} turn
 */
export function chips(legend, choices, chosen, turn) {
	return html`<fieldset class="chips">
		<legend>${legend}</legend>
		<div class="choices">${choices.map((one) => chip(one, chosen.has(one.id), turn))}</div>
	</fieldset>`;
}

/**
 * @param {{ id: string, label: string }} choice
 * @param {boolean} on
 * @param {(id: string) => void} turn
 */
function chip(choice, on, turn) {
	return html`<label class="choice">
		<input autocomplete="off" class="unseen" type="checkbox" .checked=${on} @change=${() => turn(choice.id)} />
		<span>${choice.label}</span>
	</label>`;
}

/** @param {readonly string[]} ids */
export function factChoices(ids) {
	return ids.map((id) => ({ id, label: say(`fact.${id}`) }));
}

/** @param {readonly string[]} codes */
export function languageChoices(codes) {
	return codes.map((id) => ({ id, label: say(`lang.${id}`) }));
}

/**
 * @param {ReadonlySet<string>} set
 * @param {string} id
 * @returns {Set<string>} the same set with this one turned
 */
export function turned(set, id) {
	const next = new Set(set);
	if (!next.delete(id)) next.add(id);
	return next;
}
