using System.Text.Json;
using System.Text.RegularExpressions;
using Concertation.Microsoft365.Cards;
using ConcertationBot.Tests.Kit.Cards;

namespace ConcertationBot.Tests.Browser.Cards;

/// <summary>What holds for every card the bot can send.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class CardCatalogueTests(Chromium chromium)
{
    public static TheoryData<string> Names => [.. CardCatalogue.All.Select(sample => sample.Name)];

    [Fact]
    public async Task The_official_parser_has_nothing_against_any_card()
    {
        var events = await CardBench.Events(CardCatalogue.All);

        events.Keys.ShouldBe(CardCatalogue.All.Select(sample => sample.Name), ignoreOrder: true);
        events.Where(card => card.Value.Length > 0)
            .SelectMany(card => card.Value.Select(said => $"{card.Key}: {said}"))
            .Where(said => !IsTypeahead(said))
            .ShouldBeEmpty();
    }

    // Teams takes choices as one types in cards of version 1.5 too; the schema knows them from 1.6 on, and a host that
    // doesn't shows the choices there are.
    private static bool IsTypeahead(string said) => said.Contains("choices.data", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_stays_under_teams_limit_and_says_itself_in_one_sentence(string name)
    {
        var card = Sample(name);

        CardSize.Of(card).ShouldBeLessThanOrEqualTo(CardSize.Most);
        card.FallbackText.ShouldNotBeNullOrWhiteSpace();
        CardTree.Elements(card).OfType<ActionSet>().ShouldAllBe(set => set.Actions.Count <= 6);
        CardTree.Elements(card).OfType<CardInput>().Select(input => input.Id).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Peoples_words_stand_nowhere_that_is_read_as_markdown(string name)
    {
        var elements = CardTree.Elements(Sample(name)).ToArray();
        IEnumerable<string> read =
        [
            .. elements.OfType<TextBlock>().Select(text => text.Text),
            .. elements.OfType<FactSet>().SelectMany(set => set.Facts).SelectMany(fact => new[] { fact.Title, fact.Value }),
            .. elements.OfType<ToggleInput>().Select(toggle => toggle.Title),
            .. elements.OfType<ChoiceSetInput>().SelectMany(set => set.Choices).Select(choice => choice.Title),
            .. elements.OfType<CardInput>().Select(input => input.Label ?? ""),
        ];

        read.Where(text => text.Contains(CardCatalogue.Hostile, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void French_signs_keep_to_their_words(string name)
    {
        var elements = CardTree.Elements(Sample(name)).ToArray();
        IEnumerable<string?> said =
        [
            .. elements.OfType<TextBlock>().Select(text => text.Text),
            .. elements.OfType<RichTextBlock>().Select(text => string.Concat(text.Inlines.Select(run => run.Text))),
            .. elements.OfType<CardInput>().SelectMany(input => new[] { input.Label, input.ErrorMessage }),
            .. CardTree.Actions(Sample(name)).Select(action => action.Title),
        ];

        // A plain space there lets the sign fall to the next line: U+00A0 belongs.
        said.OfType<string>().Where(text => LooseSign().IsMatch(text)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_execute_falls_back_to_a_submit_with_the_same_data_and_its_verb(string name)
    {
        var card = Sample(name);
        foreach (var execute in CardTree.Actions(card).OfType<ExecuteAction>().Where(action => action != card.Refresh?.Action))
        {
            var submit = execute.Fallback.ShouldBeOfType<SubmitAction>();
            var said = Properties(submit.Data);
            said.Remove(CardButton.VerbKey, out var verb).ShouldBeTrue();

            verb.ShouldBe($"\"{execute.Verb}\"");
            said.ShouldBe(Properties(execute.Data), ignoreOrder: true);
            submit.Title.ShouldBe(execute.Title);
            submit.AssociatedInputs.ShouldBe(execute.AssociatedInputs);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_verb_of_a_card_is_in_the_table(string name) =>
        CardTree.Actions(Sample(name)).OfType<ExecuteAction>().Select(action => action.Verb).Distinct()
            .Where(verb => CardVerbs.Find(verb) is null)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_is_drawn_with_peoples_words_as_they_typed_them(string name)
    {
        if (chromium.Browser is null)
        {
            return;
        }

        var card = Sample(name);
        var typed = CardTree.Elements(card).OfType<RichTextBlock>().SelectMany(text => text.Inlines)
            .Sum(run => Occurrences(run.Text, CardCatalogue.Hostile));
        foreach (var (theme, width) in new[] { ("light", 480), ("dark", 480), ("light", 320) })
        {
            var drawn = await CardBench.Draw(chromium, name, card, theme, width);

            Occurrences(drawn.Text, CardCatalogue.Hostile).ShouldBeGreaterThanOrEqualTo(typed);
            drawn.Marked.ShouldNotContain(text => text.Contains("gras", StringComparison.Ordinal));
            drawn.Links.ShouldNotContain(link => link.Contains("evil", StringComparison.Ordinal));
            drawn.Cut.ShouldBeEmpty($"{name} at {width} pixels");
            drawn.Faults.ShouldBeEmpty();
            drawn.Width.ShouldBeLessThanOrEqualTo(width, $"something sticks out of {name} at {width} pixels");
        }
    }

    [Fact]
    public void Every_verb_of_the_table_is_on_a_button_of_some_card()
    {
        var pressed = CardCatalogue.All.SelectMany(sample => CardTree.Actions(sample.Build())).OfType<ExecuteAction>()
            .Select(action => action.Verb).ToHashSet(StringComparer.Ordinal);

        CardVerbs.All.Select(verb => verb.Verb).Where(verb => !pressed.Contains(verb)).ShouldBeEmpty();
    }

    [Fact]
    public void No_reason_given_with_a_vote_is_cut_however_long_they_are_together()
    {
        bool Whole(string name) => CardTree.Elements(Sample(name)).OfType<RichTextBlock>()
            .SelectMany(text => text.Inlines).All(run => !run.Text.EndsWith('…'));

        Whole("decisions.sixty-answers").ShouldBeTrue();
        CardTree.Actions(Sample("decisions.sixty-answers")).OfType<ExecuteAction>().ShouldContain(action => action.Verb == "votes.answers");
        Whole("decisions.answers").ShouldBeTrue();
        CardTree.Actions(Sample("decisions.answers")).ShouldContain(action => action.Title == "Sièges suivants");
    }

    [GeneratedRegex(" [;:?!»]|« ", RegexOptions.None, 1000)]
    private static partial Regex LooseSign();

    private static AdaptiveCard Sample(string name) => CardCatalogue.All.Single(sample => sample.Name == name).Build();

    private static Dictionary<string, string> Properties(JsonElement? data) =>
        data?.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetRawText(), StringComparer.Ordinal) ?? [];

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
