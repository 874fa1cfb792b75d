//! Where grammar leaves room for a cut.

use super::boundary::{Boundary, Opening};
use super::piece::{Nucleus, Piece};
use super::words::Part;

/// How much room grammar leaves for a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Both pieces are sentences.
    None,
    /// Both pieces look like sentences, but may be misread.
    Tight,
    /// One of them looks like a sentence, but may be misread.
    Narrow,
    /// One of them is no sentence.
    Wide,
}

impl Boundary {
    /// How much room grammar leaves for a cut, whatever the score.
    pub fn room(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        let listed = left.nucleus == Nucleus::None && left.parts.contains(&Part::Pause);
        // *Restoran ini. Merupakan …*: no label of a list.
        let subject = left.length == 2
            && self.opening.is_verbal()
            && left.part(0).is_nominal()
            && (left.last() == Part::Demonstrative || self.opening == Opening::Copula);
        // *Penerbangan ditunda. Karena …*
        let terse = left.length == 2 && left.nucleus == Nucleus::Clause && self.opening == Opening::Subordinator;
        if self.opening != Opening::Forward && (left.length < 3 && !subject && !terse || listed) {
            return Room::None;
        }
        // *Untuk menentukan nama rentang, …*: something that is no text goes on.
        if right.last() == Part::Comma {
            return Room::None;
        }
        let room = match self.opening {
            Opening::Relative => self.room_for_relative(),
            Opening::Preposition | Opening::Apposition => self.room_for_adverbial(),
            Opening::And | Opening::But => self.room_for_member(),
            Opening::Subordinator if self.has_main_clause() && !self.never_opens() => Room::None,
            Opening::Subordinator => Room::Wide,
            Opening::Forward => self.room_for_main_clause(),
            Opening::Auxiliary if right.part(1).is_nominal() => Room::None,
            _ => self.room_for_predicate(),
        };
        let complete = left.nucleus == Nucleus::Clause && right.nucleus == Nucleus::Clause;
        if room == Room::Narrow && complete && self.opening != Opening::Relative { Room::Tight } else { room }
    }

    fn room_for_relative(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        // *Yang pertama adalah …*; *Yang dibutuhkan hanya niat*: an adverb parts the subject from its predicate.
        let counted = matches!(right.part(1), Part::Quantifier | Part::Number | Part::Question);
        let own = &right.parts[..right.parts.len().min(5)];
        let parted = own.windows(2).any(|pair| pair[0].is_verb() && pair[1] == Part::Adverb)
            || right.part(1) == Part::Pronoun && right.part(3) == Part::Adverb
            // *Yang bersejarah melibatkan …*
            || right.part(1) == Part::Ber && right.part(2) == Part::Me
            // *Yang bagus diekspor*
            || right.part(1) == Part::Adjective && right.part(2).is_prefixed()
            || right.part(1) == Part::Degree && right.part(2) == Part::Adjective && right.part(3).is_prefixed();
        let asks = right.parts.windows(2).any(|pair| pair == [Part::Comma, Part::Question]);
        // *Yang muda merantau. Yang tua menunggu.*
        if counted || parted || asks || left.part(0) == Part::Relative || self.equates() && !left.is_bare() {
            return Room::None;
        }
        // *Yang menang akan mendapat hadiah*: the clause is the subject.
        if self.has_own_predicate() && left.nucleus == Nucleus::Clause {
            let late = right.comma.is_some_and(|comma| right.predicate.is_some_and(|predicate| predicate > comma));
            return if late { Room::Narrow } else { Room::None };
        }
        let whole = right.comma.is_some_and(|at| at <= 3) || self.has_own_predicate() && !left.is_bare();
        if whole { Room::Narrow } else { Room::Wide }
    }

    fn room_for_adverbial(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        // *Membuat objek. Di Windows objek dibuat …*
        let both = right.nucleus == Nucleus::Clause && left.nucleus > Nucleus::None && !self.is_before_but();
        // *Untuk membuka berkas, pilih …*; *Bagi peneliti, itu berkah*
        let goes_on = |pair: &[Part]| matches!(pair, [Part::Comma, Part::Verb | Part::Demonstrative]);
        // *Di tangannya ada surat*
        if both
            || right.commands
            || self.is_cleft()
            || self.is_inverted()
            || right.parts.windows(2).any(goes_on)
            || right.has_existential() && left.nucleus > Nucleus::None
        {
            return Room::None;
        }
        if self.is_only_adverbial() { Room::Wide } else { Room::Narrow }
    }

    fn room_for_member(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        let second = right.part(1);
        let complete = left.nucleus == Nucleus::Clause;
        let clause = right.nucleus > Nucleus::None || right.clause_after_comma;
        // *Yang tersisa hanya kami. Dan hujan.*: style.
        let terse = right.length < 4 || right.length == 4 && left.length < 7;
        match second {
            _ if terse && right.nucleus == Nucleus::None => Room::None,
            Part::Verb => Room::None,
            Part::Negation if right.part(2) == Part::Adverb => Room::None,
            // *Dan jika …*, *Dan pada saat itulah …*, *Dan yang terkenal ialah …*
            Part::Subordinator => Room::None,
            Part::Preposition | Part::Relative | Part::Comma if clause || right.dependent > 0 => Room::None,
            Part::Adjective if complete && right.nucleus > Nucleus::None => Room::Narrow,
            Part::Preposition => Room::Narrow,
            Part::Relative | Part::Adverb | Part::Negation | Part::Degree | Part::Comma => Room::Narrow,
            _ if right.clause_after_comma || right.nucleus == Nucleus::Clause => Room::Narrow,
            _ => Room::Wide,
        }
    }

    fn room_for_main_clause(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        // *Di bagian Rute, matikan Otomatis. Masukkan …*: a second command.
        let ordered = left.comma.is_some() && right.part(0) == Part::Verb;
        if ordered || left.stands_alone() {
            return Room::None;
        }
        let leaning =
            left.nucleus == Nucleus::None && !left.unread && !matches!(self.left_word(), "sementara" | "mulai");
        // *Jika Anda setuju maka Anda …*
        let led = |pair: &[Part]| pair[0] == Part::Adverb && pair[1].is_nominal();
        let leads = left.part(0) == Part::Subordinator && left.parts.windows(2).skip(2).any(led);
        if leaning && !leads && right.part(0).is_nominal() { Room::Wide } else { Room::Narrow }
    }

    fn room_for_predicate(&self) -> Room {
        let (left, right) = (&self.left, &self.right);
        // *Mengembalikan nilai. Mengembalikan 0 jika …*: a text that leaves all subjects out.
        let terse = left.part(0).is_verb() && left.nucleus == Nucleus::Predicate;
        // *Bermain di luar membuat anak sehat*: the verb phrase is the subject.
        if terse || self.begins_clause() || right.second && !left.is_bare() {
            return Room::None;
        }
        let waits = left.is_bare() || matches!(left.last(), Part::Auxiliary | Part::Negation | Part::Relative);
        if waits && !right.second { Room::Wide } else { Room::Narrow }
    }

    /// *Dari 200 anggota, baru sepertiga yang hadir*; *Pada nilai nol hanya warna merah yang tersisa*.
    fn is_cleft(&self) -> bool {
        let parts = &self.right.parts;
        let relative = parts.iter().rposition(|&part| part == Part::Relative).unwrap_or(0);
        let focused = |at: usize| match parts[at] {
            Part::Adverb => !matches!(parts[at - 1], Part::Preposition | Part::And | Part::Relative),
            Part::Adjective => parts[at - 1] == Part::Comma,
            _ => false,
        };
        (2..relative).any(|at| focused(at) && (parts[at + 1].is_nominal() || parts[at + 1] == Part::Adjective))
    }

    /// Whether the right piece opens by a conjunction that can only follow its main clause.
    pub(super) fn never_opens(&self) -> bool {
        matches!(self.first_word(), "dimana" | "sehingga")
    }
}

impl Piece {
    /// Whether the piece, which opens by an adverbial, waits for no main clause.
    pub(super) fn stands_alone(&self) -> bool {
        if self.nucleus == Nucleus::Clause || self.clause_after_comma || self.commands || self.length < 3 {
            return true;
        }
        let goes_on = |pair: &[Part]| {
            matches!(pair, [Part::Comma, Part::Verb | Part::Adverb | Part::Demonstrative | Part::Pronoun])
        };
        // *Sebelum tahun itu, rusa dan kancil hilang*
        let described = self.comma.is_some_and(|comma| self.part(comma + 1).is_nominal())
            && matches!(self.last(), Part::Adjective | Part::Verb);
        described || self.is_inverted() || self.has_existential() || self.parts.windows(2).any(goes_on)
    }
}
