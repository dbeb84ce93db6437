/** Cuánto tarda en responder una persona de apoyo, primero para ella misma. */
export const answering = {
	"answering.open": "Cuánto tardé en responder",
	"answering.title": "Cuánto tardaste en responder",
	"answering.lead": "Tu aparato lo cuenta con lo que tú puedes leer. Nadie más lo ve si no lo entregas.",
	"answering.counting": "Contando …",
	"answering.within": "En el tiempo que dijiste",
	"answering.later": "Más tarde",
	"answering.much_later": "Mucho más tarde",
	"answering.missing.one": "Una charla no se pudo leer hasta el principio del mes.",
	"answering.missing.many": "{count} charlas no se pudieron leer hasta el principio del mes.",
	"answering.no-hours": "No has dicho cuándo respondes normalmente, así que no hay nada que contar.",
	"answering.say-hours": "Decir cuándo respondo",
	"answering.why": "Puedes entregar estos tres números, una vez. El programa los suma a los de otras personas. Nunca sabe de qué charla son.",
	"answering.hand": "Entregar estos números",
	"answering.handed": "Entregaste estos números.",
};
