namespace Concertation.Documents.Word;

/// <summary>What the papers say of themselves.</summary>
internal static class WordTexts
{
    public const string Agenda = "Ordre du jour";
    public const string Attendance = "Feuille de présence";
    public const string Minutes = "Compte rendu";

    public const string Pilot = "Pilote";
    public const string Version = "Version";
    public const string Status = "Statut";
    public const string Quorum = "Quorum";
    public const string BlockCaption = "Références de la séance";

    public const string Items = "Points à l’ordre du jour";
    public const string Number = "N°";
    public const string Item = "Point";
    public const string Kind = "Nature";
    public const string Time = "Durée";
    public const string Presenter = "Présenté par";
    public const string Total = "Durée totale : ";
    public const string Axis = "Axe";
    public const string Reports = "Remontées : ";
    public const string Report = "Remontée : ";
    public const string Documents = "Documents : ";
    public const string Document = "Document : ";
    public const string AxisIs = "Axe : ";
    public const string InCamera = "Huis clos";
    public const string NoItem = "Aucun point n’est inscrit.";

    public const string Seats = "Sièges, par collège";
    public const string Structure = "Structure";
    public const string Person = "Représentée par";
    public const string GuestPerson = "Nom";
    public const string State = "Présence";
    public const string Signature = "Signature";
    public const string Guests = "Invités, à titre consultatif";

    public const string Present = "Présents";
    public const string Excused = "Excusés";
    public const string Absent = "Absents";
    public const string College = "Collège";
    public const string WhoWasThere = "Présences";
    public const string Debates = "Points examinés";
    public const string NoDebate = "Aucun point n’a été examiné.";
    public const string Actions = "Actions à mener";
    public const string What = "Action";
    public const string Who = "Qui";
    public const string When = "Échéance";
    public const string NoAction = "Aucune action n’a été décidée.";
    public const string Next = "Prochaine séance";
    public const string Approval = "Validation";
    public const string Proportion = "Proportion";
    public const string NothingToShow = "Rien à montrer : aucune valeur ne compte cinq remontées.";

    public const string None = "—";

    /// <summary>Stands where nothing was noted; not a note when it comes back.</summary>
    public const string NoNotes = "Rien n’a été noté.";
    public const string Page = "Page ";
    public const string PagesOf = " sur ";

    public static string DebatesOf(int number) => $"Débats du point {number}";
}
