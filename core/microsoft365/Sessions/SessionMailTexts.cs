using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Polls;
using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What mails and calendars say about sessions.</summary>
public static class SessionMailTexts
{
    public const string CancelledClosing =
        "Vous n’avez rien à faire. La pièce jointe retire la date de votre agenda.";

    public const string CancelledInOutlook = "Vous n’avez rien à faire : la date est retirée de votre agenda Outlook.";

    public const string PrivacyWithOutlook =
        "Ce lien vous est personnel : merci de ne pas le transférer. La date est inscrite dans votre agenda Outlook ; la dernière réponse donnée compte, par Outlook comme par le lien.";

    public const string Privacy =
        "Ce lien vous est personnel : merci de ne pas le transférer. La pièce jointe inscrit la date dans votre agenda ; les réponses données depuis l’agenda ne nous parviennent pas : répondez par le lien.";

    public const string NothingToAnswerYet =
        "Vous n’avez rien à répondre pour l’instant : la convocation suivra avec l’ordre du jour.";

    public const string NothingToAnswerDates =
        "Vous n’avez rien à répondre pour l’instant : chaque convocation suivra avec son ordre du jour.";

    public static string DatesAttached(int dates) => dates == 1
        ? "Le fichier joint ajoute cette date à votre agenda."
        : "Le fichier joint ajoute ces dates à votre agenda.";

    public static string PlannedSubject(Table table) => $"Dates de l’année : {table.Short}";

    public static string PlannedOpening(Table table, int sessions) => sessions == 1
        ? $"Voici la date retenue : {table.Name} ({table.Short})."
        : $"Voici les dates retenues : {table.Name} ({table.Short}).";

    public static string Subject(SeatView view, ConvocationWay way = ConvocationWay.Convocation)
    {
        if (way != ConvocationWay.Convocation)
        {
            var what = $"{view.Table.Short} du {French.DayAndTime(view.Session.Start, view.Zone)}";
            return way == ConvocationWay.Reminder ? $"Rappel : {what}" : $"Remplacement : {what}";
        }

        var when = French.DayAndTime(view.Session.Start, view.Zone);
        return view.Session switch
        {
            { State: SessionState.Cancelled } => $"Annulée : {view.Table.Short} du {when}",
            { IsOtherDate: true } => $"Nouvelle date : {view.Table.Short}, {when}",
            { HasChanged: true } => $"Lieu modifié : {view.Table.Short} du {when}",
            { SecondCallOf: not null } => $"Seconde convocation : {view.Table.Short} du {when}",
            _ => $"Convocation : {view.Table.Short} du {when}",
        };
    }

    public static string Opening(SeatView view, ConvocationWay way = ConvocationWay.Convocation)
    {
        var session = view.Session;
        var what = $"{view.Table.Name} ({view.Table.Short}), {SessionTexts.Format(session.Format)}";
        if (way == ConvocationWay.Reminder)
        {
            return $"Votre réponse à la convocation suivante n’est pas encore notée : {what}.";
        }

        if (way == ConvocationWay.Substitute)
        {
            return $"{SessionTexts.SubstituteAsked(view)} Il s’agit de la séance suivante : {what}.";
        }

        return session switch
        {
            { State: SessionState.Cancelled } => $"La séance suivante est annulée : {what}.",
            { IsOtherDate: true, MovedFrom: { } before } =>
                $"La séance prévue le {French.DayAndTime(before, view.Zone)} change de date ({what}).",
            { HasChanged: true } => $"Le lieu de la séance suivante change : {what}.",
            { SecondCallOf: not null } =>
                $"Faute de quorum, une seconde séance se tient sur le même ordre du jour : {what}. Aucun quorum n’est plus demandé.",
            _ => $"Voici la convocation à la séance suivante : {what}.",
        };
    }

    public static string Ask(SeatView view, ConvocationWay way = ConvocationWay.Convocation)
    {
        var seat = SessionPieces.SeatName(view.Seat, view.Roster);
        return view switch
        {
            // The answer that stands is the representative's, who can't come.
            _ when way == ConvocationWay.Substitute => $"Merci de dire si vous venez, pour le siège {seat} :",
            { ReplyIsOld: true } =>
                $"Votre réponse ({SessionTexts.Lower(SessionTexts.Reply(view.Reply!))}) valait pour l’ancienne date : merci de la confirmer ou de la changer, pour le siège {seat} :",
            { Reply: not null } =>
                $"Votre réponse reste notée ({SessionTexts.Lower(SessionTexts.Reply(view.Reply))}). Pour la changer, pour le siège {seat} :",
            { Polled: { } polled, Session.IsOtherDate: false } => $"{PollTexts.Recalled(polled)} Pour le siège {seat} :",
            _ => $"Merci de dire si vous venez, pour le siège {seat} :",
        };
    }

    /// <summary>The calendar entry's text, with the personal link.</summary>
    public static string Description(SeatView view, string link)
    {
        if (view.Session.State == SessionState.Cancelled)
        {
            return Opening(view);
        }

        var items = view.Session.Agenda.Select((item, i) => $"{i + 1}. {item.Title}");
        var online = view.Session.OnlineUrl is { } url ? $"\nVisioconférence : {url}" : "";
        return $"{Opening(view)}\n\nOrdre du jour :\n{string.Join('\n', items)}\n{online}\nRépondre (lien personnel) : {link}";
    }
}
