INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'BAO_CAO', 1, 'x');
INSERT INTO document_section (id, document, code, seq, text) VALUES (5, 1, 'a', 1, 'Cột một
  <!-- column-break -->
Cột hai

- mục <!-- column-break -->

<!-- column-break -->

<!-- page-break -->

Chữ <!-- column-break --> ở giữa.');
