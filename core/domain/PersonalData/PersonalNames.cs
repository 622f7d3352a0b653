namespace Concertation.Domain.PersonalData;

/// <summary>
/// « Mme Durand », « mme durand », « le patient Lebrun », « sa fille, Anne », « Jeanne est tombée », « J.D. », « L. 84 ans »,
/// « Cordialement, Élodie ». Each rule looks at a word and its neighbours; the first that holds tells where the name ends.
/// </summary>
internal static class PersonalNames
{
    public static void Find(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        var evidence = new NameEvidence(text, words);
        Func<int, (int Start, int End)>[] rules =
        [
            new TitledNames(text, words, evidence).At, new NamesByRole(text, words, evidence).At,
            new Signatures(text, words, evidence).At, new Initials(text, words, evidence).At, new BareNames(words, evidence).At,
        ];
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var rule in rules)
            {
                var (start, end) = rule(at);
                if (end > start)
                {
                    found.Add(text.Finding(PersonalDataKind.Name, words[start].From, words[end - 1].To));
                    at = end - 1;
                    break;
                }
            }
        }
    }
}
