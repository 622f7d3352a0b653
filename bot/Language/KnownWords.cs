using System.Collections.Frozen;
using Concertation.Domain;

namespace ConcertationBot.Language;

/// <summary>
/// The words cues are made of. A typed word means itself when it is known or everyday French; otherwise the nearest
/// known words, if one is near enough and starts alike.
/// </summary>
internal sealed class KnownWords
{
    // Everyday words that a slip's tolerance would take for ours: « votre » is no vote.
    private const string Everyday = """
        votre notre nous vous leur leurs dans avec pour sans mais plus tout tous toute toutes cette comme faire fait faits
        avoir etre etait sont elle elles apres avant encore aussi toujours jamais autre autres bien trop chez entre depuis
        pendant lors note notes cote parties partie sortie sorties reste restes porte portes route presque presence venue
        seul seule seuls proche proches projet projets rapport rapports support repond repondent repondre mise mises
        service services soin soins aidant aidants aidante aides aine aines table tables liste listes mode moins mieux
        annulee annulees annules reportee reportees reportes decalee decalees decales deplacee deplacees proposee proposees
        signalee signales cloturee retiree retires retirees refusee refusees refuses ferme fermee fermes fermees arretee
        voie voies voix voit vont vite visite visites ville villes vient venir veut veux trouve trouver passe passer place
        places point points poste postes post prise prises prevu prevue prevus suite suites suivant suivante sujet sujets
        merci mercredi mardi lundi jeudi vendredi samedi dimanche mars mai juin juillet aout janvier fevrier avril octobre
        novembre septembre decembre semaine semaines jour jours mois annee annees heure heures matin soir midi demain hier
        maintien conseil conseils moment monde mere pere fille fils frere soeur mari femme homme dame personne personnes
        centre cadre cadres carte cartes cause comment combien contre conge conges court courte decede decedee
        attend attendre attendu attendue dossier dossiers aider actions action acte actes accord acces absence absences
        regime regard region registres present presente presents presentes presenter represente representee
        """;

    private readonly FrozenSet<string> _known;
    private readonly FrozenSet<string> _everyday;
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public KnownWords(IEnumerable<string> words)
    {
        _known = words.ToFrozenSet(StringComparer.Ordinal);
        _everyday = Everyday.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        _byFirst = _known.Where(word => Fuzzy.Tolerance(word.Length) > 0)
            .GroupBy(word => word[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public FrozenSet<string> Meanings(string plain, bool mend)
    {
        if (mend && !_known.Contains(plain) && TextSpeak.WithoutK(plain) is { } spelled
            && (_known.Contains(spelled) ? FrozenSet.Create(StringComparer.Ordinal, plain, spelled) : Tolerant(spelled)) is { } meant)
        {
            return meant;
        }

        if (!mend || _known.Contains(plain) || _everyday.Contains(plain) || Fuzzy.Tolerance(plain.Length) == 0
            || !char.IsLetter(plain[0]))
        {
            return FrozenSet.Create(StringComparer.Ordinal, plain);
        }

        return Nearest(plain) ?? FrozenSet.Create(StringComparer.Ordinal, plain);
    }

    private FrozenSet<string>? Tolerant(string plain) => Fuzzy.Tolerance(plain.Length) > 0 ? Nearest(plain) : null;

    // Null when no known word is near enough.
    private FrozenSet<string>? Nearest(string plain)
    {
        var near = Alike(plain).Where(word => Fuzzy.Same(plain, word)).ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var least = near.Min(word => Spelling.Distance(plain, word));
        return near.Where(word => Spelling.Distance(plain, word) == least).Append(plain).ToFrozenSet(StringComparer.Ordinal);
    }

    // People rarely miss a first letter; when they do, they swap it with the second.
    private IEnumerable<string> Alike(string plain) =>
        _byFirst.GetValueOrDefault(plain[0], [])
            .Concat(_byFirst.GetValueOrDefault(plain[1], []).Where(word => word[1] == plain[0]));
}
