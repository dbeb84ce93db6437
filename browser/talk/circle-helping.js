/**
 * Who helps host a circle: a host asks, whoever is asked says yes, and either of them ends it. Pure.
 * Whoever comes reads nothing of before. So from there on nobody's help counts until both have said it again: then it is the same for everybody who reads.
 * @typedef {Readonly<{of: string, by: string, day: number, isTold: boolean, isYes: boolean, hadYes: boolean}>} Help `by`: who asked last; `hadYes`: they said yes before somebody came
 * @typedef {Map<string, Help>} Helping by account
 * @typedef {{of: string, step: number}} Meeting
 */

const [SET, OPENED, CLOSED] = [1, 2, 3];
const DAY = 86_400_000;

/** What a helper may say as a host does; that a meeting takes place, and that a round is over, is for hosts. @type {Record<string, (card: any, meeting: Meeting | null) => boolean>} */
const OF_HELPERS = {
	"circle-meeting": ({ of, step }, meeting) =>
		meeting?.of === of &&
		((step === OPENED && meeting?.step === SET) || (step === CLOSED && meeting?.step === OPENED)),
	"circle-next": ({ over, who }) => !over && who !== undefined,
	"circle-round": () => true,
};

/** @param {ReadonlyMap<string, Help>} helping @param {string} accountId */
export const isHelper = (helping, accountId) => helping.get(accountId)?.isYes ?? false;

/** @param {any} card @param {{meeting: Meeting | null}} now */
export const isForHelpers = (card, { meeting }) => OF_HELPERS[card.t]?.(card, meeting) ?? false;

/** By a host; of two who ask at once the first counts. @param {Helping} helping @param {{of: string, on: boolean, to: string}} card @param {{by: string, ts?: number | null}} said */
export function asks(helping, { of, on, to }, { by, ts }) {
	const before = helping.get(to);
	if (!on) {
		if (before?.of === of) helping.delete(to);
	} else if (before?.isTold !== true) {
		const hadYes = before?.of === of && before.hadYes;
		helping.set(to, { of, by, day: Math.floor((ts ?? 0) / DAY), isTold: true, isYes: false, hadYes });
	}
}

/** Nobody answers for somebody else, nor what they were not asked. @param {ReadonlyMap<string, Help>} helping @param {{of: string, yes: boolean}} card @param {string} by */
export function mayAnswer(helping, { of, yes }, by) {
	const asked = helping.get(by);
	return asked?.of === of && (asked.isTold || !yes);
}

/** @param {Helping} helping @param {{of: string, yes: boolean}} card @param {string} by */
export function answers(helping, card, by) {
	const asked = helping.get(by);
	if (asked === undefined || !mayAnswer(helping, card, by)) return;
	if (card.yes) helping.set(by, { ...asked, isYes: true });
	else helping.delete(by);
}

/** @param {Helping} helping @param {{came: readonly string[], went: readonly string[]}} turn */
export function turns(helping, { came, went }) {
	for (const one of went) helping.delete(one);
	if (came.length === 0) return;
	for (const [id, help] of helping)
		helping.set(id, { ...help, isTold: false, isYes: false, hadYes: help.isYes || help.hadYes });
}

/** How it stands with somebody, for screens. @param {Help | undefined} help @returns {"asked" | "helps" | "again" | null} */
export function helpWords(help) {
	if (help === undefined) return null;
	if (help.isYes) return "helps";
	return help.hadYes ? "again" : "asked";
}

/** What is said between hosts and somebody alone is shown to them alone: whom nobody asked to help, and who would rather not, is no news. @param {{by?: string, from: string, card?: any}} line @param {{me: string, iLead: boolean}} who */
export const isAboutHelp = ({ by = "", from, card }, { me, iLead }) => {
	if (card?.t === "circle-helper") return iLead || card.to === me;
	return card?.t !== "circle-helps" || card.yes || iLead || from === "me" || by === me;
};
