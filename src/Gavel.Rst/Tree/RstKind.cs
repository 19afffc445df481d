namespace Gavel.Rst.Tree;

/// <summary>The kinds of element, one for each element of docutils' document type.</summary>
public enum RstKind : byte
{
    Document,

    // Structure
    Title, Subtitle, Rubric, Meta, Docinfo, Decoration, Header, Footer, Section, Transition, Topic, Sidebar,

    // Docinfo fields
    Author, Authors, Organization, Address, Contact, Version, Revision, Status, Date, Copyright,

    // Body
    Paragraph, Compound, Container, BulletList, EnumeratedList, ListItem, DefinitionList, DefinitionListItem, Term, Classifier, Definition,
    FieldList, Field, FieldName, FieldBody, OptionList, OptionListItem, OptionGroup, Option, OptionString, OptionArgument, Description,
    LiteralBlock, DoctestBlock, MathBlock, LineBlock, Line, BlockQuote, Attribution,
    Admonition, Attention, Caution, Danger, Error, Important, Note, Tip, Hint, Warning,
    Footnote, Citation, Label, SubstitutionDefinition, Target, Comment, Pending, Raw, SystemMessage,
    Figure, Caption, Legend, Table, Tgroup, Colspec, Thead, Tbody, Row, Entry,

    // Inline
    Emphasis, Strong, Literal, Math, Reference, FootnoteReference, CitationReference, SubstitutionReference, TitleReference,
    Abbreviation, Acronym, Superscript, Subscript, Image, Inline, Problematic, Generated,
}
