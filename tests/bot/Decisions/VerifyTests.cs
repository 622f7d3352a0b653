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
}
