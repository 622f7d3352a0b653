namespace ConcertationBot.Tests.Decisions;

/// <summary>What came after a decision, rechecked: its submission to another table, its reserves, who has read it.</summary>
public sealed class SubmissionVerifyTests(KeptSubmission kept) : IClassFixture<KeptSubmission>
{
    private const string Above = "pays-de-kervelen|escalations|";
    private const string Row = "vote « Une place d’urgence » : la ligne ";

    [Fact]
    public async Task What_a_bot_left_behind_is_whole()
    {
        var (code, output, error) = await KeptRegister.Run(kept.Copy(heads: false), "verify");

        code.ShouldBe(0, error);
        output.ShouldContain("TCT (pays-de-kervelen) : 1 décision ; chaîne intacte, 1 résultat recompté");
    }

    [Theory]
    [InlineData("the text", "TCT 2026-001 : ce qui a été soumis à l’autre table n’est pas ce que dit le registre.")]
    [InlineData("a row of it", "la ligne escalation|")]
    [InlineData("a step", "TCT 2026-001 : les étapes de sa soumission à l’autre table ne peuvent pas se suivre ainsi.")]
    [InlineData("a ruling", "TCT 2026-001 : la décision qui y aurait répondu n’est pas au registre de l’autre table.")]
    [InlineData("the state beside", "TCT 2026-001 : la suite affichée près d’elle n’est pas celle de sa soumission à l’autre table.")]
    [InlineData("a state said twice", "la ligne standing|")]
    [InlineData("the submission taken out", "TCT 2026-001 : la suite affichée près d’elle n’est pas celle de sa soumission à l’autre table.")]
    [InlineData("what is beside taken out", "TCT 2026-001 : la suite affichée près d’elle n’est pas celle de sa soumission à l’autre table.")]
    [InlineData("both taken out", "TCT 2026-001 : elle devait être soumise à l’autre table, et rien ne le montre.")]
    [InlineData("a reserve's seat", "la ligne after|reserve|")]
    [InlineData("a reserve nobody made", Row + "after|reserve|tct-emp ne s’accorde pas avec les voix gardées.")]
    [InlineData("a reader's day", "la ligne after|read|yann-kerimagin de son vote n’est plus comme elle a été écrite.")]
    [InlineData("another ballot's reader", Row + "after|read|yann-kerimagin ne s’accorde pas avec les voix gardées.")]
    public async Task What_was_changed_is_found_and_named(string what, string found)
    {
        var folder = kept.Copy(heads: false);
        await Change(folder, await Rewriting.BallotOf(folder, "2026-0001"), what);

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1, error);
        error.ShouldContain(found);
    }

    private static async Task Change(string folder, string ballot, string what)
    {
        Task Words(string table, string partition, string key, string words, string others) =>
            Rewriting.WordsChanged(folder, table, partition, key, words, others);
        switch (what)
        {
            case "the text":
                await Words("Decisions", Above, "escalation|", "Le texte entier.", "Un autre texte.");
                break;
            case "a row of it":
                await Words("Decisions", Above, "escalation|", "\"Due\":", "\"Dux\":");
                break;
            case "a step":
                await Words("Decisions", Above, "escalation|", "\"State\":\"OnAgenda\"", "\"State\":\"Waiting\"");
                break;
            case "a ruling":
                await Rewriting.RowChanged(folder, "Decisions", Above, "escalation|", Ruled);
                await Rewriting.RowChanged(folder, "Decisions", Rewriting.Register, "standing|", Ruled);
                break;
            case "the state beside":
                await Rewriting.RowChanged(folder, "Decisions", Rewriting.Register, "standing|", p => new(StringComparer.Ordinal)
                {
                    ["Body"] = ((string)p["Body"]).Replace("Validated", "Refused", StringComparison.Ordinal), ["State"] = "Refused",
                });
                break;
            case "a state said twice":
                await Words("Decisions", Rewriting.Register, "standing|", "Validated", "Refused");
                break;
            case "the submission taken out":
                await Rewriting.RowChanged(folder, "Decisions", Above, "escalation|");
                break;
            case "what is beside taken out":
                await Rewriting.RowChanged(folder, "Decisions", Rewriting.Register, "standing|");
                break;
            case "both taken out":
                await Rewriting.RowChanged(folder, "Decisions", Above, "escalation|");
                await Rewriting.RowChanged(folder, "Decisions", Rewriting.Register, "standing|");
                break;
            case "a reserve's seat":
                await Words("Votes", ballot, "after|reserve|", "tct-ch", "tct-cx");
                break;
            case "a reserve nobody made":
                await Rewriting.RowWritten(folder, "Votes", ballot, "after|reserve|tct-emp", new(StringComparer.Ordinal)
                {
                    ["Body"] = await Rewriting.BodyOf(folder, "Votes", ballot, "after|reserve|tct-ch", "tct-ch", "tct-emp"), ["Confirmed"] = true,
                });
                break;
            case "a reader's day":
                await Words("Votes", ballot, "after|read|", "\"At\":\"2026", "\"At\":\"2025");
                break;
            default:
                await Words("Votes", ballot, "after|read|", ballot.Split('|')[1], "b-autre");
                break;
        }
    }

    /// <summary>Validated by a decision of the TCS that there never was.</summary>
    private static Dictionary<string, object> Ruled(Dictionary<string, object> properties)
    {
        var body = (string)properties["Body"];
        var end = body.Contains("\"Steps\":", StringComparison.Ordinal) ? body.LastIndexOf("}]", StringComparison.Ordinal) : body.Length - 1;
        properties["Body"] = body.Insert(end, ",\"Ruling\":\"TCS 2026-009\"");
        return properties;
    }
}
