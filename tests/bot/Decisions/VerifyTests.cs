using Concertation.Work.Decisions;

namespace ConcertationBot.Tests.Decisions;

/// <summary>The command that rechecks a register, in a process of its own on what a bot left behind.</summary>
public sealed class VerifyTests(KeptRegister kept) : IClassFixture<KeptRegister>
{
    [Fact]
    public async Task What_a_bot_left_behind_is_whole()
    {
        var (code, output, error) = await KeptRegister.Run(kept.Copy(), "verify");

        code.ShouldBe(0, error);
        output.ShouldContain("TCT (pays-de-kervelen) : 3 décisions, 1 carence ; chaîne intacte, 4 résultats recomptés d’après les voix gardées.");
        output.ShouldContain(", tous vérifiés. Empreinte de la clé : ");
        output.TrimEnd().ShouldEndWith("Tout concorde : 3 décisions vérifiées.");
    }

    [Fact]
    public async Task One_changed_byte_of_a_decision_in_the_file_is_found_and_named()
    {
        var folder = kept.Copy();
        Rewriting.ByteChanged(folder, "decisions", Rewriting.Register, "decision|2026-0002", "un texte");

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain("RUPTURE — TCT (pays-de-kervelen) : TCT 2026-002 : le texte de la décision n’est plus celui qui a été scellé.");
    }

    [Fact]
    public async Task One_changed_byte_of_a_vote_in_the_file_is_found_and_named()
    {
        var folder = kept.Copy();
        Rewriting.ByteChanged(folder, "votes", await Rewriting.BallotOf(folder, "2026-0001"), "vote|", "vendredi");

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain("TCT 2026-001 : les voix ne sont plus celles qui ont été scellées ; voyez celle du siège");
    }

    [Fact]
    public async Task A_register_written_anew_so_that_it_fits_is_found_by_its_signed_heads()
    {
        var folder = kept.Copy();
        await Rewriting.LastDecisionTaken(folder);

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain("RUPTURE — TCT (pays-de-kervelen) : le relevé signé du 2027-01-");
    }

    [Fact]
    public async Task A_changed_head_is_not_signed_any_more()
    {
        var folder = kept.Copy();
        var file = Directory.GetFiles(folder + ".register", "*.json").Order(StringComparer.Ordinal).Last();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"3\"", "\"2\"", StringComparison.Ordinal));

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain("n’est pas signé par la clé du registre");
    }

    [Fact]
    public async Task Without_heads_the_chain_is_checked_all_the_same_and_it_is_said()
    {
        var (code, output, error) = await KeptRegister.Run(kept.Copy(heads: false), "verify");

        code.ShouldBe(0, error);
        output.ShouldContain("Aucun relevé signé");
    }

    [Fact]
    public async Task What_cannot_be_checked_is_told_apart_from_what_does_not_fit()
    {
        (await KeptRegister.Run(kept.Copy(), "verify", "--tout")).Code.ShouldBe(2);
        var nowhere = Path.Combine(kept.Folder, "nulle-part");
        var (code, _, error) = await KeptRegister.Run(nowhere, "verify");

        code.ShouldBe(2);
        error.ShouldContain("ne contient pas de données");
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_signed_heads_are_demanded_none_is_a_break()
    {
        (await KeptRegister.Run(kept.Copy(), "verify", "--signed")).Code.ShouldBe(0);
        var (code, _, error) = await KeptRegister.Run(kept.Copy(heads: false), "verify", "--signed");

        code.ShouldBe(1);
        error.ShouldContain("RUPTURE — aucun relevé signé dans « ");
    }

    [Fact]
    public async Task Heads_of_another_register_are_told_from_a_rewritten_decision()
    {
        var folder = kept.Copy(heads: false);
        var places = new RegisterPlaces(folder + ".register", folder + ".register-key.pem", null);
        using (var key = new RegisterKey(places).Private())
        {
            var (day, line) = (new DateOnly(2026, 1, 31), new RegisterHeadLine("pays-de-kervelen", "tct", 1, new string('a', 64), []));
            new SignedHeads(places).Keep(day, new DateTimeOffset(day, default, TimeSpan.Zero), [line], key);
        }

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain("n’est celui des décisions de ce stockage. Ce sont peut-être ceux d’un autre registre");
        error.ShouldContain("déplacez alors ce dossier, ou donnez le bon dans Register:HeadsFolder");
    }

    [Fact]
    public async Task A_carence_taken_out_with_its_ballot_is_missed_by_the_signed_heads()
    {
        var folder = kept.Copy();
        var carence = (await Rewriting.Keys(folder, "Decisions", Rewriting.Register, "carence|")).ShouldHaveSingleItem();
        var ballot = carence.Split('|')[1];
        await Rewriting.RowChanged(folder, "Decisions", Rewriting.Register, carence);
        await Rewriting.RowChanged(
            folder, "Votes", "pays-de-kervelen", (await Rewriting.Keys(folder, "Votes", "pays-de-kervelen", "recent|")).Single(k => k.EndsWith(ballot, StringComparison.Ordinal)));
        foreach (var key in await Rewriting.Keys(folder, "Votes", $"pays-de-kervelen|{ballot}", ""))
        {
            await Rewriting.RowChanged(folder, "Votes", $"pays-de-kervelen|{ballot}", key);
        }

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1);
        error.ShouldContain($"nomme la carence du vote {ballot}, que le registre n’a plus, ou plus telle quelle.");
    }

    [Theory]
    [InlineData("gate answered", "la ligne gate|00 ne s’accorde pas avec les voix gardées")]
    [InlineData("gate open", "la ligne gate|00 ne s’accorde pas avec les voix gardées")]
    [InlineData("gate gone", "la ligne gate|00 ne s’accorde pas avec les voix gardées")]
    [InlineData("turn gone", "la ligne turn|")]
    [InlineData("turn added", "la ligne turn|x ne s’accorde pas avec les voix gardées")]
    [InlineData("read of what was rejected", "la ligne after|read|")]
    [InlineData("ballot unlisted", "manque dans la liste des votes")]
    [InlineData("ballot listed otherwise", "dans la liste des votes n’est plus comme elle a été écrite")]
    public async Task What_stands_beside_the_votes_is_rechecked(string what, string found)
    {
        var folder = kept.Copy();
        var rejected = await Rewriting.BallotOf(folder, "2026-0002");
        var listed = (await Rewriting.Keys(folder, "Votes", "pays-de-kervelen", "recent|")).Single(k => k.EndsWith(rejected.Split('|')[1], StringComparison.Ordinal));
        Task Changed(string key, string name, object value) => Rewriting.RowChanged(folder, "Votes", rejected, key, p => new(p, StringComparer.Ordinal) { [name] = value });
        await (what switch
        {
            "gate answered" => Changed("gate|00", "Answered", 9),
            "gate open" => Changed("gate|00", "Open", true),
            "gate gone" => Rewriting.RowChanged(folder, "Votes", rejected, "gate|00"),
            "turn gone" => Rewriting.RowChanged(folder, "Votes", rejected, "turn|"),
            "turn added" => Rewriting.RowWritten(folder, "Votes", rejected, "turn|x", new(StringComparer.Ordinal) { ["Seat"] = "tct-ch" }),
            "read of what was rejected" => Rewriting.RowWritten(folder, "Votes", rejected, "after|read|p", Read(rejected.Split('|')[1])),
            "ballot unlisted" => Rewriting.RowChanged(folder, "Votes", "pays-de-kervelen", listed),
            _ => Rewriting.WordsChanged(folder, "Votes", "pays-de-kervelen", listed, "Ouvrir le samedi", "Ouvrir le mercredi"),
        });

        var (code, _, error) = await KeptRegister.Run(folder, "verify");

        code.ShouldBe(1, error);
        error.ShouldContain(found);
    }

    private static Dictionary<string, object> Read(string ballot)
    {
        var at = new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero);
        var body = $$"""{"Territory":"pays-de-kervelen","Ballot":"{{ballot}}","Person":"p","Name":"P","At":"2026-12-02T09:00:00+00:00","Way":"Chat"}""";
        return new(StringComparer.Ordinal) { ["Body"] = body, ["At"] = at };
    }
}
