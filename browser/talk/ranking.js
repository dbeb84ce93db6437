import { closeness, has, mayMeet, reasonsFor } from "./fitting.js";

/**
 * Who is shown first, on this device alone. Pure: people and wishes in, an order and reasons out.
 * A reason is always something a person chose to show; there is never a reason against anyone.
 * @typedef {import("./fitting.js").Wishes} Wishes
 * @typedef {{accountId: string, facts: string[], langs: string[], free: boolean, notNow?: readonly string[]}} Candidate
 * @typedef {import("./fitting.js").Reason} Reason
 * @typedef {"several" | "one" | "none-fit" | "none-free" | "nobody"} Verdict
 */

const SHOWN_AT_MOST = 5;
const SHOWN_AT_LEAST = 3;

/**
 * The three to five people to show first, and how honest one has to be about them.
 * @template {Candidate} P
 * @param {readonly P[]} people verified people only
 * @param {Wishes} wishes
 * @param {{times: ReadonlySet<string>, chance: () => number}} given ids of facts that are times of day; chance in [0, 1)
 * @returns {{verdict: Verdict, people: (P & {reasons: Reason[]})[]}}
 */
export function rank(people, wishes, { times, chance }) {
	if (people.length === 0) return { verdict: "nobody", people: [] };
	const free = people.filter((person) => person.free);
	const here = takingThis(withoutPassed(free.length > 0 ? free : people, wishes), wishes);
	const able = here.filter((person) => mayMeet(wishes, person));
	const ranked = inOrder(able.length > 0 ? able : here, wishes, { times, chance });
	const fitting = ranked.filter((person) => fits(person, wishes)).length;
	return {
		verdict: free.length > 0 ? verdictOn(fitting) : "none-free",
		people: ranked.filter((person, place) => place < SHOWN_AT_LEAST || isShown(person, wishes, place)),
	};
}

/**
 * Whom somebody passed by is not shown again, until everyone was passed by.
 * @template {Candidate} P
 * @param {readonly P[]} people
 * @param {Wishes} wishes
 */
function withoutPassed(people, { passed = [] }) {
	const left = people.filter(({ accountId }) => !passed.includes(accountId));
	return left.length > 0 ? left : people;
}

/**
 * Who does not take now what somebody wishes to talk about stands back, as long as anybody else is there.
 * @template {Candidate} P
 * @param {readonly P[]} people
 * @param {Wishes} wishes
 */
function takingThis(people, { facts }) {
	const left = people.filter(({ notNow = [] }) => !facts.some((fact) => notNow.includes(fact)));
	return left.length > 0 ? left : people;
}

/**
 * @template {Candidate} P
 * @param {readonly P[]} people
 * @param {Wishes} wishes
 * @param {{times: ReadonlySet<string>, chance: () => number}} given
 * @returns {(P & {reasons: Reason[], closeness: number})[]}
 */
function inOrder(people, wishes, { times, chance }) {
	return shuffled(people, chance)
		.map((person) => ({
			...person,
			closeness: closeness(person, wishes),
			reasons: reasonsFor(person, wishes, times),
		}))
		.sort((one, other) => other.closeness - one.closeness);
}

/**
 * Nobody is first because of where a list put them.
 * @template T
 * @param {readonly T[]} things
 * @param {() => number} chance
 */
function shuffled(things, chance) {
	const mixed = [...things];
	for (let last = mixed.length - 1; last > 0; last -= 1) {
		const other = Math.floor(chance() * (last + 1));
		[mixed[last], mixed[other]] = [/** @type {T} */ (mixed[other]), /** @type {T} */ (mixed[last])];
	}
	return mixed;
}

/** @param {number} fitting @returns {Verdict} */
function verdictOn(fitting) {
	if (fitting === 0) return "none-fit";
	return fitting === 1 ? "one" : "several";
}

/**
 * @param {Candidate & {closeness: number}} person
 * @param {Wishes} wishes
 */
function fits(person, wishes) {
	if (!mayMeet(wishes, person)) return false;
	if (wishes.anyone || wishesNothing(wishes)) return true;
	return wishes.matters === null ? person.closeness > 0 : has(person, wishes.matters);
}

/**
 * @param {Candidate & {closeness: number}} person
 * @param {Wishes} wishes
 * @param {number} place
 */
function isShown(person, wishes, place) {
	return place < SHOWN_AT_MOST && fits(person, wishes);
}

/** @param {Wishes} wishes */
function wishesNothing({ facts, langs, matters }) {
	return facts.length === 0 && langs.length === 0 && matters === null;
}
