namespace ConcertationBot.Demo;

/// <summary>Something to put to the vote.</summary>
/// <param name="Subject">Words of the table or agenda item, as the form offers it.</param>
/// <param name="Axis">The axis' code; null to leave the form's own choice.</param>
internal sealed record Motion(string Subject, string? Axis, string Title, string Text);

/// <summary>What people do with ballots, whichever act they play in.</summary>
internal static class Voting
{
    public const string For = "Pour";
    public const string Against = "Contre";
    public const string Abstain = "Abstention";

    /// <summary>The proposal's form, opened by a sentence and filled.</summary>
    public static async Task<CardInHand> Proposes(this Player proposer, string sentence, Motion motion)
    {
        var form = (await proposer.Say(sentence)).Card("Titre de la décision")
            .With("Table ou point de l’ordre du jour", motion.Subject)
            .With("Titre de la décision", motion.Title).With("Ce qui est mis au vote", motion.Text);
        return motion.Axis is null ? form : form.With("Axe de la feuille de route", motion.Axis);
    }

    /// <summary>Opens the ballot; gives the card on which its convener follows it.</summary>
    /// <param name="settings">Of « Plus de réglages »: labels and values.</param>
    public static async Task<CardInHand> PutsToVote(this Player convener, Motion motion, params (string Label, string Words)[] settings)
    {
        var form = settings.Aggregate(await convener.Proposes("proposer", motion), (card, setting) => card.With(setting.Label, setting.Words));
        return (await form.Press("Mettre au vote")).Card("Le vote est ouvert", motion.Title, "0 réponse sur");
    }

    /// <summary>The ballot as it stands in the voter's conversation.</summary>
    public static Task<CardInHand> BallotOn(this Player voter, Motion motion) => voter.Card("Pour le siège", "Participation", motion.Title);

    /// <summary>By the card, or by the personal link of who has no account.</summary>
    public static async Task Votes(this Player voter, Motion motion, string choice, string? reason = null)
    {
        if (voter.HasAccount)
        {
            var ballot = await voter.BallotOn(motion);
            ballot = reason is null ? ballot : ballot.With(ballot.Labelled("Motif"), reason);
            (await ballot.Press(choice)).Card($"Réponse du siège : {choice}", "Donnée par vous");
            return;
        }

        var page = await voter.Open(await voter.Letter("À vous de voter", motion.Title));
        page = reason is null ? page : page.Fill("Motif (facultatif)", reason);
        Check.Says((await page.Fill(choice).Send()).Words, "la page", $"Votre réponse : {choice}");
    }

    /// <summary>Everyone of these was brought the ballot, once, by a card or by a letter with a link.</summary>
    public static async Task Reaches(this Motion motion, IEnumerable<Player> voters)
    {
        foreach (var voter in voters)
        {
            if (voter.HasAccount)
            {
                var ballot = await voter.BallotOn(motion);
                Check.That(ballot.Offers(For) && ballot.Offers(Against) && ballot.Offers(Abstain), $"la carte de {voter.Name} n’a pas ses boutons");
                Check.That(voter.CardsWith("Pour le siège", "Participation", motion.Title) == 1, $"{voter.Name} a reçu deux cartes");
            }
            else
            {
                Check.That((await voter.Letter("À vous de voter", motion.Title)).HasLink, $"le courriel de {voter.Name} n’a pas de lien");
                Check.That(voter.Letters("À vous de voter", motion.Title).Count() == 1, $"{voter.Name} a reçu deux courriels");
            }
        }
    }

    /// <summary>Everyone of these was told these words of the outcome, once.</summary>
    public static async Task TellsOutcome(this Motion motion, IEnumerable<Player> people, params string[] words)
    {
        string[] sought = [motion.Title, .. words];
        foreach (var person in people)
        {
            if (person.HasAccount)
            {
                await person.Card(sought);
                Check.That(person.CardsWith(sought) == 1, $"{person.Name} a reçu le résultat deux fois");
            }
            else
            {
                var letter = await person.Letter(sought);
                Check.That(person.Letters(sought).Count() == 1 && !Plain.Has(letter.Text, "pour voter"), $"le courriel du résultat de {person.Name} est double, ou demande encore de voter");
            }
        }
    }

    /// <summary>None of these has heard anything of it.</summary>
    public static void Spares(this Motion motion, IEnumerable<Player> people)
    {
        foreach (var person in people)
        {
            Check.That(
                person.CardsWith(motion.Title) == 0 && !person.Letters(motion.Title).Any(), $"{person.Name} a reçu ce qui ne lui est pas destiné");
        }
    }
}
