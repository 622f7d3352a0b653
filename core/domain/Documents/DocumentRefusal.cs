using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Documents;

/// <summary>What a file is that isn't taken.</summary>
public enum RefusedKind
{
    Unknown,

    /// <summary>Something that runs: a program, a script, a shortcut.</summary>
    Program,

    /// <summary>HTML, SVG or other markup, which can carry scripts.</summary>
    Markup,
    Archive,

    /// <summary>Word, Excel or PowerPoint before 2007.</summary>
    OldOffice,
    RichText,
    Media,
    PlainText,
}

/// <summary>Why a file isn't taken. Nothing of it is kept.</summary>
public abstract record DocumentRefusal
{
    private DocumentRefusal() { }

    public sealed record Empty : DocumentRefusal;

    /// <summary>More than <see cref="DocumentLimits.Size"/>.</summary>
    public sealed record TooLarge : DocumentRefusal;

    public sealed record NotThisKind(RefusedKind Kind) : DocumentRefusal;

    /// <summary>The name says one kind, the bytes another.</summary>
    /// <param name="Extension">Of the name, lower case, without its dot.</param>
    public sealed record Mislabelled(string Extension, DocumentKind Is) : DocumentRefusal;

    /// <summary>It holds macros.</summary>
    public sealed record Macros : DocumentRefusal;

    /// <summary>A password keeps it from being read.</summary>
    public sealed record Protected : DocumentRefusal;

    /// <summary>It begins as one kind and holds another besides.</summary>
    public sealed record TwoKinds : DocumentRefusal;

    /// <summary>It begins as a kind we take, and then isn't whole.</summary>
    public sealed record Damaged(DocumentKind? Seems) : DocumentRefusal;

    /// <summary>It grows past <see cref="DocumentLimits.Inflated"/> when opened.</summary>
    public sealed record Inflates : DocumentRefusal;

    public sealed record NameIdentifies(IReadOnlyList<PersonalDataKind> Kinds) : DocumentRefusal;

    public T Match<T>(
        Func<Empty, T> empty, Func<TooLarge, T> tooLarge, Func<NotThisKind, T> notThisKind, Func<Mislabelled, T> mislabelled,
        Func<Macros, T> macros, Func<Protected, T> isProtected, Func<TwoKinds, T> twoKinds, Func<Damaged, T> damaged,
        Func<Inflates, T> inflates, Func<NameIdentifies, T> nameIdentifies) => this switch
    {
        Empty it => empty(it),
        TooLarge it => tooLarge(it),
        NotThisKind it => notThisKind(it),
        Mislabelled it => mislabelled(it),
        Macros it => macros(it),
        Protected it => isProtected(it),
        TwoKinds it => twoKinds(it),
        Damaged it => damaged(it),
        Inflates it => inflates(it),
        NameIdentifies it => nameIdentifies(it),
        _ => throw new InvalidOperationException("no such refusal"),
    };
}
