const MANY = 50;
const FORTNIGHT = 14 * 86_400_000;

/**
 * Fifty lines of one's own, or two weeks, without any line of theirs: the room asks before more is sent. Pure.
 * @param {{ownSince: number, lastFromThem: number | null, first: number | null, answeredAt: number, now: number}} given
 * ownSince = my lines since theirs; answeredAt = how many it were when the person chose to go on, 0 = never
 * @returns {{why: "fifty" | "fortnight"} | null}
 */
export function questionFor({ ownSince, lastFromThem, first, answeredAt, now }) {
	if (ownSince === 0) return null;
	if (ownSince >= answeredAt + MANY) return { why: "fifty" };
	if (answeredAt > 0) return null;
	const quietSince = lastFromThem ?? first;
	return quietSince !== null && now - quietSince > FORTNIGHT ? { why: "fortnight" } : null;
}
