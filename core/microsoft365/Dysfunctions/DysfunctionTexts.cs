using System.Globalization;
using System.Text;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>How reports are spoken of: statuses, choices, and what a refusal says.</summary>
public static class DysfunctionTexts
{
    public const string NothingWritten = "Dites en quelques mots ce qui s’est passé, puis envoyez.";

    public const string Cancelled = "C’est annulé : rien n’a été gardé. Écrivez « signaler » quand vous voudrez.";

    public const string NotYours =
        "Je ne trouve pas de remontée de votre part sous cette référence. Écrivez « mes remontées » pour voir les vôtres.";

    public const string NoneYet =
        "Vous n’avez pas encore fait de remontée. Pour en faire une, écrivez « signaler » suivi de ce qui s’est passé.";

    public const string PilotOnly =
        "Seule la personne qui pilote la concertation, ou quelqu’un qui la supplée, peut traiter une remontée.";

    public const string NothingWaits = "Aucune remontée n’attend d’être traitée.";

    public const string Gone = "Cette remontée n’existe plus. Écrivez « mes remontées » pour voir les vôtres.";

    public const string ChooseFamily = "Choisissez une famille de problème et une gravité, puis validez.";

    public const string AxisGone = "Cet axe n’est plus dans la feuille de route. Choisissez-en un autre.";

    public const string AlreadyOver = "Cette remontée est déjà close ou résolue : elle ne change plus.";

    public const string AlreadySettled = "Une décision a déjà été prise sur cette remontée : elle ne peut plus être close sans suite.";

    public const string ReasonNeeded = "Dites pourquoi la remontée est close sans suite : la personne qui l’a faite lira cette raison.";

    public const string ChoosePlace = "Choisissez une séance et un point de son ordre du jour.";

    public const string SessionGone = "Cette séance est annulée ou déjà passée. Choisissez-en une autre.";

    public const string ItemGone = "Ce point n’est plus à l’ordre du jour. Choisissez-en un autre.";

    public static string ItemUnclear { get; } = $"Pour un nouveau point, donnez un titre ({SessionLimits.ItemTitle} caractères au plus) et une durée de 1 à {SessionLimits.ItemMinutes} minutes.";

    public const string NoNames =
        "Racontez ce qui n’a pas fonctionné, sans rien qui permette de reconnaître quelqu’un : ni patient, ni proche, ni professionnel.";

    public const string DeleteYourMessage =
        "Votre message, lui, est encore dans cette conversation : pour l’effacer, passez dessus, ouvrez « … » et choisissez « Supprimer ».";

    public const string Neutral = "J’ai mis des mots neutres à la place : relisez, corrigez s’il le faut, puis envoyez.";

    /// <summary>Where a message identifies, what is proposed instead, and that the chat still holds it.</summary>
    public static string MessageNotKept(string text, bool proposed) => string.Join(
        "\n",
        $"Là où le texte désigne quelqu’un : « {Masked(text)} »",
        proposed ? Neutral : "Reprenez-le ci-dessous sans ces éléments : c’est ce qui n’a pas fonctionné qui compte, pas de qui il s’agit.",
        DeleteYourMessage);

    /// <summary>What the message says already, so that it isn't asked.</summary>
    public static string Understood(IReadOnlyList<string> said) => $"J’ai compris : {string.Join(" · ", said)}.";

    public static string KeptDraft(string day) => $"Voici ce que vous aviez commencé le {day} sans l’envoyer. Complétez, ou annulez pour l’effacer.";

    /// <summary>« juin », of its number.</summary>
    public static string MonthName(int month) => CultureInfo.GetCultureInfo("fr-FR").DateTimeFormat.GetMonthName(month);

    public static string ReasonTooLong(int limit) => $"La raison est un peu longue : {limit} caractères au plus.";

    public static string TooLong(ReportField field, int limit) =>
        $"« {FieldName(field)} » est un peu long : {limit} caractères au plus. Gardez l’essentiel.";

    public static string FieldName(ReportField field) => field switch
    {
        ReportField.Happened => "Ce qui s’est passé",
        ReportField.When => "Quand",
        ReportField.Commune => "Commune",
        ReportField.Structures => "Structures concernées",
        ReportField.Consequence => "Conséquence",
        ReportField.Tried => "Ce qui a été tenté",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    public static CardStatus Status(DysfunctionStatus status) => new(
        StatusName(status),
        status switch
        {
            DysfunctionStatus.Received => TextColor.Warning,
            DysfunctionStatus.Decided or DysfunctionStatus.BeingResolved or DysfunctionStatus.Resolved => TextColor.Good,
            DysfunctionStatus.ClosedWithoutAction => null,
            _ => TextColor.Accent,
        });

    public static string StatusName(DysfunctionStatus status) => status switch
    {
        DysfunctionStatus.Received => "Reçue",
        DysfunctionStatus.Qualified => "Qualifiée",
        DysfunctionStatus.Clustered => "Regroupée",
        DysfunctionStatus.OnAgenda => "À l’ordre du jour",
        DysfunctionStatus.Decided => "Décidée",
        DysfunctionStatus.BeingResolved => "En cours de résolution",
        DysfunctionStatus.Resolved => "Résolue",
        DysfunctionStatus.ClosedWithoutAction => "Close sans suite",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    public static string GravityName(Gravity gravity) => gravity switch
    {
        Gravity.Low => "Gênant",
        Gravity.Medium => "Sérieux",
        Gravity.High => "Grave",
        _ => throw new ArgumentOutOfRangeException(nameof(gravity), gravity, "no such gravity"),
    };

    public static string FrequencyName(Frequency frequency) => frequency switch
    {
        Frequency.Once => "Une fois",
        Frequency.Sometimes => "Parfois",
        Frequency.Often => "Souvent",
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "no such frequency"),
    };

    public static string StepName(CareStep step) => step switch
    {
        CareStep.Spotting => "Repérage",
        CareStep.Assessment => "Évaluation des besoins",
        CareStep.CarePlan => "Plan d’aide",
        CareStep.Hospitalisation => "Hospitalisation",
        CareStep.Discharge => "Sortie d’hospitalisation",
        CareStep.Home => "Vie à domicile",
        CareStep.Residence => "Hébergement",
        CareStep.EndOfLife => "Fin de vie",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
    };

    /// <summary>The family's name; a code of another list is shown as it is.</summary>
    public static string FamilyName(string family) => family switch
    {
        "maintien-inclusion" => "Maintien et inclusion en milieu ordinaire",
        "acces-aux-soins" => "Accès aux soins",
        "crise-urgence" => "Crise et urgence",
        "prise-en-charge" => "Prise en charge inadéquate",
        "evolution-du-besoin" => "Évolution du besoin",
        _ => family,
    };

    /// <summary>What the guard says of a form: which field, what to take out of it, and that nothing was kept.</summary>
    public static string TakeOut(WrittenReport written, IReadOnlyList<FieldWithPersonalData> fields) => string.Join(
        "\n",
        [
            .. fields.Select(f => $"« {FieldName(f.Field)} » : retirez {Kinds(f.Kinds)}, là où se trouve ▇▇▇ : « {Masked(written.TextOf(f.Field)!)} »"),
            Neutral,
        ]);

    public static string TakeOut(string field, IReadOnlyList<PersonalDataKind> kinds) => $"« {field} » : retirez {Kinds(kinds)}.";

    /// <summary>« un numéro de téléphone et une adresse de courriel ».</summary>
    public static string Kinds(IReadOnlyList<PersonalDataKind> kinds) => French.Join([.. kinds.Distinct().Select(KindName)]);

    /// <summary>
    /// The text with bars in place of what identifies: « Sortie de ▇▇▇ sans ordonnance ». What identifies isn't written again.
    /// </summary>
    public static string Masked(string text)
    {
        var shown = new StringBuilder();
        var kept = 0;
        foreach (var finding in PersonalDataGuard.Find(text))
        {
            shown.Append(text, kept, finding.Start - kept).Append("▇▇▇");
            kept = finding.Start + finding.Length;
        }

        return CardTrim.Shorten(OneLine.Of(shown.Append(text, kept, text.Length - kept).ToString()), 400);
    }

    internal static string KindName(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Nir => "un numéro de sécurité sociale",
        PersonalDataKind.Phone => "un numéro de téléphone",
        PersonalDataKind.Mail => "une adresse de courriel",
        PersonalDataKind.BirthDate => "une date de naissance",
        PersonalDataKind.Name => "un nom de personne",
        PersonalDataKind.Address => "une adresse",
        PersonalDataKind.FileNumber => "un numéro de dossier",
        PersonalDataKind.Iban => "un numéro de compte bancaire",
        PersonalDataKind.Combination => "un âge, une maladie rare et une petite commune, qui ensemble désignent quelqu’un",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
