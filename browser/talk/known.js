/**
 * What the core said last of one conversation.
 * @typedef {{head: number, base: number, canWrite: boolean, cannot: string | null, wants: "me" | "them" | null, lock: "same" | "renewed", renewed: string | null, stopped: {cause: string, n?: number} | null, name: string | null, ownSince: number, lastFromThem: number | null, meets: boolean, ours: {me: import("../crypto/ours.js").Standing | null, them: import("../crypto/ours.js").Standing | null}, drafted: import("../crypto/share.js").Drafted | null, mends: readonly import("../crypto/mend.js").Mend[], vows: readonly import("../crypto/vow.js").Vow[], path: {shown: (import("../crypto/path.js").Goes & {ts: number}) | null, suggested: readonly {by: string, b: string, id: string, ts: number}[]}, openings: readonly import("../crypto/story.js").Opened[], readers: readonly Reader[], turns: readonly Turn[], stretches: readonly import("../crypto/stretches.js").Stretch[], circle: InACircle | null}} Known
 * @typedef {{account_id: string, name: string | null, reads: boolean}} Reader somebody else who reads or read here
 * @typedef {{members: {account_id: string, role: number}[], led: {n: number, hosts: string[]}[], leaving: string[]}} InACircle who is in it, who led from which number on, who said that they go
 * @typedef {{n: number, day: number, came: string[], went: string[]}} Turn where somebody came or went
 */

/** @type {Readonly<Known>} */
export const NOTHING_KNOWN = Object.freeze({
	head: 0,
	base: 0,
	canWrite: false,
	cannot: "catching-up",
	wants: null,
	lock: "same",
	renewed: null,
	stopped: null,
	name: null,
	ownSince: 0,
	lastFromThem: null,
	meets: true,
	ours: { me: null, them: null },
	drafted: null,
	mends: [],
	vows: [],
	path: { shown: null, suggested: [] },
	openings: [],
	readers: [],
	turns: [],
	stretches: [],
	circle: null,
});

/** What once stopped stays stopped. @param {Readonly<Known>} before @param {Partial<Known>} news @returns {Readonly<Known>} */
export function knownNow(before, news) {
	const known = { ...before };
	for (const name of /** @type {(keyof Known)[]} */ (Object.keys(known)))
		if (news[name] !== undefined) Object.assign(known, { [name]: news[name] });
	return Object.freeze({ ...known, stopped: before.stopped ?? known.stopped });
}
