/** How long words are kept, and those from before. */
export const keeping = {
	"keeping.kept": "Kept {time}.",
	"keeping.change": "Change",
	"keeping.label": "How long should your words be kept?",
	"keeping.hint": "This is for what you both write. To change it later, end this talk and ask again.",
	"keeping.months.one": "{count} month",
	"keeping.months.many": "{count} months",
	"keeping.open": "until I close my place",
};
