using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Decisions;

public class RegisterChainTests
{
    private static readonly DateTimeOffset At = new(2027, 12, 31, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_register_as_written_is_intact_in_whatever_order_it_is_read()
    {
        var register = Register((2027, 1), (2027, 2), (2028, 1), (2027, 3), (2028, 2));

        RegisterChain.Verify(register).ShouldBe(new ChainCheck.Intact(5));
        RegisterChain.Verify([.. register.OrderBy(d => d.Hash, StringComparer.Ordinal)]).ShouldBe(new ChainCheck.Intact(5));
        RegisterChain.Verify([]).ShouldBe(new ChainCheck.Intact(0));
    }

    [Fact]
    public void An_altered_word_is_found()
    {
        var register = Register((2027, 1), (2027, 2), (2027, 3));
        register[1] = register[1] with { Text = register[1].Text + "." };

        RegisterChain.Verify(register).ShouldBe(new ChainCheck.Altered(new(2027, 2)));
    }

    [Fact]
    public void An_altered_count_is_found()
    {
        var register = Register((2027, 1));
        register[0] = register[0] with
        {
            Outcome = register[0].Outcome with { Colleges = [new CollegeTurnout("Sanitaire", 3, 2, 0)] },
        };

        RegisterChain.Verify(register).ShouldBeOfType<ChainCheck.Altered>();
    }

    [Fact]
    public void A_missing_or_a_resealed_decision_breaks_the_chain()
    {
        var register = Register((2027, 1), (2027, 2), (2027, 3));
        var resealed = register.ToList();
        resealed[1] = RegisterChain.Seal(resealed[1] with { Title = "Autre" });

        RegisterChain.Verify([register[0], register[2]]).ShouldBeOfType<ChainCheck.Broken>();
        RegisterChain.Verify(resealed).ShouldBeOfType<ChainCheck.Broken>();
    }

    [Fact]
    public void A_gap_in_the_numbers_breaks_the_register() =>
        RegisterChain.Verify(Register((2027, 1), (2027, 3))).ShouldBeOfType<ChainCheck.Broken>();

    [Fact]
    public void A_decision_recorded_before_there_were_grounds_keeps_its_hash() =>
        Register((2027, 1))[0].Hash.ShouldBe("c2bd2e3c25489bd1784ea4c202329d7a92fe9e6096bd0b6204b8764780465626");

    [Fact]
    public void Everything_a_decision_rests_on_is_in_its_hash()
    {
        var seal = new Digest("votes/1", 2, "aa");
        var grounds = new DecisionGrounds(
            "Table", "Point", "Axe", At, new BallotHeld(new Quorum(50, 0), TieRule.Rejected, Secrecy.Nominal, 1), "Code", [new(new("d1"), "a.pdf", "bb")],
            new Digest("electorate/1", 3, "cc"), new DecisionCarrier(new("s1"), "CCAS"), "Ce qui change", new DateOnly(2028, 6, 1), seal, seal, seal);
        DecisionGrounds[] others =
        [
            grounds with { Instance = "-" }, grounds with { Item = null }, grounds with { Axis = null }, grounds with { SessionAt = null },
            grounds with { Held = grounds.Held with { Quorum = Quorum.None } }, grounds with { Held = grounds.Held with { Tie = TieRule.ChairDecides } },
            grounds with { Held = grounds.Held with { Secrecy = Secrecy.Secret } }, grounds with { Held = grounds.Held with { Round = 2 } },
            grounds with { Held = grounds.Held with { Follows = new("b0") } }, grounds with { Held = grounds.Held with { ExtendedFrom = At } },
            grounds with { Held = grounds.Held with { Amended = "-" } },
            grounds with { LegalBasis = null }, grounds with { Attachments = [] }, grounds with { Attachments = [grounds.Attachments[0] with { Sha256 = "-" }] },
            grounds with { Electorate = seal }, grounds with { Carrier = null }, grounds with { Changes = null }, grounds with { ReviewOn = null },
            grounds with { Votes = null }, grounds with { Trace = null }, grounds with { Pools = null },
        ];

        var decision = Register((2027, 1))[0];
        others.Append(grounds).Append(null).Select(g => RegisterChain.HashOf(decision with { Grounds = g })).ShouldBeUnique();
    }

    [Fact]
    public void Moving_words_from_one_field_to_the_next_changes_the_hash()
    {
        var decision = Register((2027, 1))[0];

        RegisterChain.HashOf(decision with { Title = "Titre\ntext 5 Texte", Text = "" })
            .ShouldNotBe(RegisterChain.HashOf(decision with { Title = "Titre", Text = "Texte" }));
    }

    private static List<Decision> Register(params (int Year, int Number)[] numbers)
    {
        var (register, previous) = (new List<Decision>(), RegisterChain.Start);
        foreach (var (year, number) in numbers)
        {
            register.Add(RegisterChain.Seal(new Decision(
                new("t"), new("tct"), "TCT", new(year, number), new($"b{year}-{number}"), null, null, null,
                SessionFormat.Plenary, false, "Titre", $"Texte {number}",
                new Outcome(
                    Verdict.Adopted, 3, 2, 0, [new("Sanitaire", 3, 2, 2)], 2, 0, 0, 3, Majority.Simple, 0, true, At),
                At, null, previous, "")));
            previous = register[^1].Hash;
        }

        return register;
    }
}
