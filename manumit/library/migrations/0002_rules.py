"""What the database refuses across rows, whoever writes."""

from django.db import migrations

from manumit.base.rules import RowRule


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]

    operations = [
        RowRule(
            name="library_text_periods",
            table="library_text",
            columns=["work_id", "language", "valid_from", "valid_to"],
            violation=(
                "SELECT 1 FROM library_text other WHERE other.work_id = NEW.work_id "
                "AND other.language = NEW.language AND other.id <> NEW.id "
                "AND COALESCE(other.valid_from, '0001-01-01') <= COALESCE(NEW.valid_to, '9999-12-31') "
                "AND COALESCE(NEW.valid_from, '0001-01-01') <= COALESCE(other.valid_to, '9999-12-31')"
            ),
            says="two texts of a work in one language hold on the same day",
        ),
        RowRule(
            name="library_wording_in_its_work",
            table="library_wording",
            columns=["text_id", "passage_id"],
            violation=(
                "SELECT 1 FROM library_text t, library_passage p "
                "WHERE t.id = NEW.text_id AND p.id = NEW.passage_id AND t.work_id <> p.work_id"
            ),
            says="a text can word only the passages of its own work",
        ),
        RowRule(
            name="library_pinpoint_in_its_judgment",
            table="library_pinpoint",
            columns=["finding_id", "passage_id"],
            violation=(
                "SELECT 1 FROM library_finding f, library_passage p "
                "WHERE f.id = NEW.finding_id AND p.id = NEW.passage_id "
                "AND f.judgment_id <> p.work_id"
            ),
            says="the passages of a finding must belong to its judgment",
        ),
        RowRule(
            name="library_passage_stays",
            table="library_passage",
            columns=["work_id"],
            violation=(
                "SELECT 1 FROM library_wording w, library_text t "
                "WHERE w.passage_id = NEW.id AND t.id = w.text_id AND t.work_id <> NEW.work_id "
                "UNION ALL SELECT 1 FROM library_pinpoint p, library_finding f "
                "WHERE p.passage_id = NEW.id AND f.id = p.finding_id "
                "AND f.judgment_id <> NEW.work_id"
            ),
            says="a passage that is worded or pinned cannot move to another work",
        ),
        RowRule(
            name="library_text_stays",
            table="library_text",
            columns=["work_id"],
            violation=(
                "SELECT 1 FROM library_wording w, library_passage p "
                "WHERE w.text_id = NEW.id AND p.id = w.passage_id AND p.work_id <> NEW.work_id"
            ),
            says="a text with wordings cannot move to another work",
        ),
        RowRule(
            name="library_finding_stays",
            table="library_finding",
            columns=["judgment_id"],
            violation=(
                "SELECT 1 FROM library_pinpoint i, library_passage p "
                "WHERE i.finding_id = NEW.id AND p.id = i.passage_id "
                "AND p.work_id <> NEW.judgment_id"
            ),
            says="a finding that is pinned cannot move to another judgment",
        ),
    ]
